// The whole API between the renderer and the main process: every command and every event.
// The preload exposes exactly this table; the main process checks each payload against it.
// Nothing here may carry a token or a raw response back to the page. The client secret
// crosses once, inwards, because the person types it into the page.
import { z } from 'zod';
import { connectionDetailsShape, serviceCheckShape, signedOutShape } from './connection-details.ts';
import { CREDENTIAL_LENGTH } from './credential-length.ts';
import { errorShape } from './error-shape.ts';
import { NOTE_LENGTH } from './note-length.ts';
import type { Result } from './result.ts';
import { settingsSchema } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

export const COMMANDS = [
  'snapshot.read',
  'sign-in.check-credentials',
  'sign-in.freshbooks',
  'sign-in.sample-data',
  'sign-in.open-browser-again',
  'sign-in.use-address',
  'sign-in.cancel',
  'sign-in.again',
  'sign-in.keep',
  'sign-in.undo',
  'connection.use',
  'connection.details',
  'connection.renew',
  'connection.test',
  'connection.copy-diagnostics',
  'connection.sign-out',
  'business.choose',
  'keychain.keep-until-quit',
  'sync.refresh',
  'time.log',
  'time.change',
  'time.delete',
  'time.undo',
  'outbox.retry',
  'outbox.discard',
  'outbox.resolve',
  'timer.start',
  'timer.change',
  'timer.pause',
  'timer.resume',
  'timer.stop',
  'timer.discard',
  'timer.away',
  'timer.overnight-seen',
  'settings.change',
  'notice.dismiss',
  'window.hide',
  'clipboard.copy',
  'link.open',
  'network.back',
] as const;

export type CommandName = (typeof COMMANDS)[number];

// Schemas are made when first asked for: the preload needs only the names, and a build that
// never calls these functions leaves zod out of the page altogether.
const nothing = () => z.undefined();
const credentials = () =>
  z.object({
    clientId: z.string().min(1).max(CREDENTIAL_LENGTH),
    clientSecret: z.string().min(1).max(CREDENTIAL_LENGTH),
  });
const id = () => z.number().int().positive();
const ofConnection = () => z.object({ connectionId: z.string().min(1).max(64) });

const key = () => z.string().min(1).max(80);
const instant = () => z.number().int().nonnegative();
const seconds = () => id().max(24 * 3600);
const work = () =>
  z.object({
    clientId: id().nullable(),
    projectId: id().nullable(),
    serviceId: id().nullable(),
    /** Null: as the service has it; never for an internal project. */
    billable: z.boolean().nullable(),
    note: z.string().max(NOTE_LENGTH),
  });
const entry = () =>
  work().extend({
    durationSeconds: seconds(),
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    /** Null: work of today has just ended, work of another day began in the morning. */
    startedAtMs: instant().nullable(),
  });

/**
 * What the entry said when its editor was opened, by which a change made elsewhere since is known.
 * Left out: what it says now. It may hold what no form would take, for FreshBooks had it like this.
 */
const seen = () =>
  work().extend({
    startedAtMs: z.number(),
    durationSeconds: z.number(),
    billable: z.boolean(),
    note: z.string(),
  });

export const commandInputs = {
  'snapshot.read': nothing,
  'sign-in.check-credentials': credentials,
  'sign-in.freshbooks': credentials,
  'sign-in.sample-data': nothing,
  'sign-in.open-browser-again': nothing,
  'sign-in.use-address': () => z.object({ text: z.string().min(1).max(4000) }),
  'sign-in.cancel': nothing,
  /** Connects it anew with the client id and secret in the keychain; nothing is typed again. */
  'sign-in.again': ofConnection,
  /** The person has seen whose account was connected, and it is the one they meant. */
  'sign-in.keep': ofConnection,
  /** It is not: tokens and lists of a login not kept yet are revoked and erased. */
  'sign-in.undo': ofConnection,
  /** Shows this login's businesses from now on. */
  'connection.use': ofConnection,
  'connection.details': ofConnection,
  /** Renews the access token although it is not due; answers how that went. */
  'connection.renew': ofConnection,
  /** Asks each service once; a test under way is ended by the next. */
  'connection.test': ofConnection,
  /** Puts a text for support on the clipboard; there is no secret and nobody's name in it. */
  'connection.copy-diagnostics': ofConnection,
  'connection.sign-out': ofConnection,
  'business.choose': () => z.object({ businessId: id() }),
  /** Where no keychain can be used: from now on, secrets stay in memory until the app quits. */
  'keychain.keep-until-quit': nothing,
  'sync.refresh': nothing,
  'time.log': entry,
  /** Replaces what the entry says, before or after FreshBooks has it. */
  'time.change': () => entry().extend({ key: key(), seen: seen().optional() }),
  'time.delete': () => z.object({ key: key() }),
  /** Takes back what `OutboxSlice.undo` names. */
  'time.undo': () => z.object({ id: key() }),
  /** Tries everything unsent now; a pause FreshBooks itself asked for is told, and kept. */
  'outbox.retry': nothing,
  /** Gives up what FreshBooks does not have of this entry; what it has stays as it is there. */
  'outbox.discard': () => z.object({ key: key() }),
  /** For an entry that was changed elsewhere. `both`: theirs stays, ours becomes a new entry. */
  'outbox.resolve': () => z.object({ key: key(), take: z.enum(['theirs', 'mine', 'both']) }),
  /** One that runs is logged first. `startedAtMs` null: now. */
  'timer.start': () => work().extend({ startedAtMs: instant().nullable() }),
  'timer.change': () => work().extend({ startedAtMs: instant() }).partial(),
  'timer.pause': nothing,
  /** One that began on another day is logged, and a new one starts on the same work. */
  'timer.resume': nothing,
  /** Stops and logs it, rounded as its business has it. */
  'timer.stop': nothing,
  'timer.discard': nothing,
  /** What the time away was; `parts` follow one another from its beginning, the rest is dropped. */
  'timer.away': () =>
    z.discriminatedUnion('choice', [
      z.object({ choice: z.enum(['keep', 'drop', 'drop-and-go-on']) }),
      z.object({
        choice: z.literal('entries'),
        parts: z
          .array(work().extend({ durationSeconds: seconds() }))
          .min(1)
          .max(10),
      }),
    ]),
  'timer.overnight-seen': nothing,
  'settings.change': () => settingsSchema.partial(),
  'notice.dismiss': () => z.object({ id: z.string().max(100) }),
  'window.hide': nothing,
  'clipboard.copy': () => z.object({ text: z.string().min(1).max(2000) }),
  'link.open': () => z.object({ url: z.url().max(500) }),
  'network.back': nothing,
} satisfies Record<CommandName, () => z.ZodType>;

function answer<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: errorShape() }),
  ]);
}

const done = () => answer(z.undefined());

export const commandOutputs = {
  // Built by the main process from checked parts; walking thousands of invoices again on every
  // read would cost more than it could find.
  'snapshot.read': () => answer(z.custom<Snapshot>((value) => typeof value === 'object')),
  // Done: FreshBooks knows the pair. `sign-in-needed` with `invalid-client`: it does not. Every
  // other error: that could not be found out.
  'sign-in.check-credentials': done,
  'sign-in.freshbooks': done,
  'sign-in.sample-data': done,
  'sign-in.open-browser-again': done,
  'sign-in.use-address': done,
  'sign-in.cancel': done,
  'sign-in.again': done,
  'sign-in.keep': done,
  'sign-in.undo': () => answer(signedOutShape()),
  'connection.use': done,
  'connection.details': () => answer(connectionDetailsShape()),
  'connection.renew': done,
  'connection.copy-diagnostics': done,
  'connection.test': () => answer(z.array(serviceCheckShape()).readonly()),
  'connection.sign-out': () => answer(signedOutShape()),
  'business.choose': done,
  'keychain.keep-until-quit': done,
  'sync.refresh': done,
  // On the disk when this is answered; how it fares from then on is in the snapshot.
  'time.log': () => answer(z.object({ key: key() })),
  'time.change': done,
  'time.delete': done,
  'time.undo': done,
  'outbox.retry': done,
  'outbox.discard': done,
  'outbox.resolve': done,
  'timer.start': done,
  'timer.change': done,
  'timer.pause': done,
  /** `isNew`: what was paused is logged, and another one runs. */
  'timer.resume': () => answer(z.object({ isNew: z.boolean() })),
  'timer.stop': done,
  'timer.discard': done,
  'timer.away': done,
  'timer.overnight-seen': done,
  'settings.change': done,
  'notice.dismiss': done,
  'window.hide': done,
  'clipboard.copy': done,
  'link.open': done,
  'network.back': done,
} satisfies Record<CommandName, () => z.ZodType>;

export type CommandInput<Name extends CommandName> = z.infer<
  ReturnType<(typeof commandInputs)[Name]>
>;
export type CommandValue<Name extends CommandName> = Extract<
  z.infer<ReturnType<(typeof commandOutputs)[Name]>>,
  { ok: true }
>['value'];
export type CommandAnswer<Name extends CommandName> = Result<CommandValue<Name>>;

/** Which of the renderer's surfaces the one window shows. */
export type Surface = 'popover' | 'log-time' | 'settings';

export type TraybooksEvent =
  /** The slices that changed, whole. */
  | { readonly name: 'snapshot.changed'; readonly slices: Partial<Snapshot> }
  | { readonly name: 'surface.shown'; readonly surface: Surface }
  | { readonly name: 'surface.hidden' };

/** What the page finds at `window.traybooks`. */
export interface TraybooksApi {
  call<Name extends CommandName>(
    name: Name,
    ...input: CommandInput<Name> extends undefined ? [] : [CommandInput<Name>]
  ): Promise<CommandAnswer<Name>>;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: TraybooksEvent) => void): () => void;
}
