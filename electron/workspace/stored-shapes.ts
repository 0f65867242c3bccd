// What a stored row must look like to be used. The disk is not trusted: one flipped bit passes
// SQLite's own check and would otherwise end every launch.
import { z } from 'zod';
import type { Business, Identity, TimeEntryDraft } from '../../shared/books.ts';
import { SIGN_IN_REASONS } from '../../shared/errors.ts';
import type { RemoteTimer, TimerWork } from '../../shared/running-timers.ts';
import type { ConnectionState } from '../../shared/snapshot.ts';
import { isTimeZone } from '../../shared/zoned-day.ts';

/** An id of FreshBooks' own, which are integers. */
export function idShape<Id extends number>() {
  return z.custom<Id>((value) => Number.isSafeInteger(value));
}

export function textShape<Text extends string>() {
  return z.custom<Text>((value) => typeof value === 'string' && value !== '');
}

/** A column of JSON text. */
export function jsonShape<Value>(shape: z.ZodType<Value>) {
  return z.string().transform(parsed).pipe(shape);
}

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

export const sourceShape = z.enum(['freshbooks', 'sandbox']);

const businessShape: z.ZodType<Business> = z.object({
  id: idShape<Business['id']>(),
  accountId: textShape<NonNullable<Business['accountId']>>().nullable(),
  name: z.string(),
  role: z.string(),
  timeZone: z.string().nullable(),
  dateFormat: z.string().nullable(),
  firstDayOfWeek: z.number().int().min(0).max(7),
  active: z.boolean(),
});

export const identityShape: z.ZodType<Identity> = z.object({
  id: idShape<Identity['id']>(),
  name: z.string(),
  email: z.string(),
  businesses: z.array(businessShape),
});

export const connectionStateShape: z.ZodType<ConnectionState> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('connected') }),
  z.object({ status: z.literal('refreshing') }),
  z.discriminatedUnion('severity', [
    z.object({
      status: z.literal('needs-sign-in'),
      severity: z.literal('soft'),
      reason: z.enum(SIGN_IN_REASONS),
      usableUntilMs: z.number(),
    }),
    z.object({
      status: z.literal('needs-sign-in'),
      severity: z.literal('hard'),
      reason: z.enum(SIGN_IN_REASONS),
    }),
  ]),
]);

const workMembers = {
  clientId: idShape<NonNullable<TimeEntryDraft['clientId']>>().nullable(),
  projectId: idShape<NonNullable<TimeEntryDraft['projectId']>>().nullable(),
  serviceId: idShape<NonNullable<TimeEntryDraft['serviceId']>>().nullable(),
  internal: z.boolean(),
  billable: z.boolean(),
  note: z.string(),
};

export const draftShape: z.ZodType<TimeEntryDraft> = z.object({
  startedAtMs: z.number().int(),
  // What FreshBooks lists may have none; what is logged here has some.
  durationSeconds: z.number().int().nonnegative(),
  timeZone: z.string().refine(isTimeZone),
  ...workMembers,
});

export const timerWorkShape: z.ZodType<TimerWork> = z.object(workMembers);

export const remoteTimerShape: z.ZodType<RemoteTimer> = z.object({
  id: idShape<RemoteTimer['id']>(),
  isRunning: z.boolean(),
  segments: z
    .array(
      z.object({
        id: idShape<RemoteTimer['segments'][number]['id']>(),
        startedAtMs: z.number().int(),
        durationSeconds: z.number().int().nonnegative().nullable(),
      }),
    )
    .readonly(),
  ...workMembers,
});
