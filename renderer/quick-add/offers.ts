// What is offered below the line: answers where something is unclear, favourites and what was
// used last while it is empty, what the words may mean otherwise.

import { complete, withChoice } from '../../shared/quick-add/complete.ts';
import type { QuickAddContext, Reading, UnclearPart } from '../../shared/quick-add/reading.ts';
import { suggest } from '../../shared/quick-add/suggest.ts';
import type { Suggestion } from '../../shared/quick-add/suggestion.ts';
import { isSameWork } from './pins.ts';

export interface Answer {
  readonly kind: 'answer';
  readonly key: string;
  readonly title: string;
  readonly unclear: UnclearPart;
  readonly choice: UnclearPart['choices'][number];
}

export interface WorkOffer {
  readonly kind: 'work';
  readonly key: string;
  /** "Acme Labs · API rebuild · Development". */
  readonly title: string;
  readonly work: Suggestion;
  /** The key that takes it while the line is empty. */
  readonly number: number | null;
  readonly isPinned: boolean;
}

export type Offer = Answer | WorkOffer;

/** As many as the window has room for without scrolling. */
const MOST = 5;

/** What is typed is no line yet: it may become a length, or stand for a numbered row. */
const NUMBER = /^[1-5]$/;

export function isNoLineYet(text: string): boolean {
  return text.trim() === '' || NUMBER.test(text);
}

/** @param pinned of this business, in their order */
export function offersFor(
  text: string,
  reading: Reading,
  context: QuickAddContext,
  pinned: readonly Suggestion[],
): readonly Offer[] {
  if (isNoLineYet(text)) {
    const recent = suggest('', context).filter((work) => !isAmong(pinned, work));
    return [
      ...pinned.map((work) => offerOf(work, context, { isPinned: true })),
      ...recent
        .slice(0, MOST)
        .map((work, index) => offerOf(work, context, { number: index + 1, isPinned: false })),
    ];
  }
  const asked = reading.unclear.find(({ choices }) => choices.length > 0);
  if (asked) {
    return asked.choices.map((choice) => ({
      kind: 'answer',
      key: `answer ${choice.text}`,
      title: choice.label,
      unclear: asked,
      choice,
    }));
  }
  const offers = suggest(text, context).map((work) =>
    offerOf(work, context, { isPinned: isAmong(pinned, work) }),
  );
  return [
    ...offers.filter(({ isPinned }) => isPinned),
    ...offers.filter(({ isPinned }) => !isPinned),
  ].slice(0, MOST);
}

/** The line once this is taken; the caret belongs at its end. */
export function lineWith(text: string, offer: Offer, context: QuickAddContext): string {
  if (offer.kind === 'answer') return withChoice(text, offer.unclear, offer.choice);
  return complete(isNoLineYet(text) ? '' : text, offer.work, context);
}

/**
 * @param active the highlighted row
 * @returns that row, else the first one; null where taking it would leave the line as it is
 */
export function rowToComplete(
  text: string,
  offers: readonly Offer[],
  active: number | null,
  context: QuickAddContext,
): number | null {
  const row = active ?? (isNoLineYet(text) ? null : 0);
  const offer = row === null ? undefined : offers[row];
  return offer && lineWith(text, offer, context).trim() !== text.trim() ? row : null;
}

/** Whether completing would make the line mean something else, without working out its words. */
export function isWorthCompleting(reading: Reading, [first]: readonly Offer[]): boolean {
  return first !== undefined && !(first.kind === 'work' && isRead(first.work, reading));
}

function isRead(work: Suggestion, reading: Reading): boolean {
  return isSameWork(work, reading) && work.billable === reading.billable;
}

/** The row a lone digit stands for; null for every other text. */
export function numberedRow(text: string, offers: readonly Offer[]): number | null {
  if (!NUMBER.test(text)) return null;
  const row = offers.findIndex((offer) => offer.kind === 'work' && offer.number === Number(text));
  return row < 0 ? null : row;
}

function offerOf(
  work: Suggestion,
  { clients, projects }: QuickAddContext,
  { number = null, isPinned }: { readonly number?: number | null; readonly isPinned: boolean },
): WorkOffer {
  // Not every entry of a project names its client.
  const itsClient = projects.find(({ id }) => id === work.projectId)?.clientId ?? null;
  const client = work.clientName ?? clients.find(({ id }) => id === itsClient)?.name ?? null;
  const names = [client, work.projectTitle, work.serviceName];
  return {
    kind: 'work',
    key: `work ${work.clientId} ${work.projectId} ${work.serviceId} ${work.billable}`,
    title: names.filter((name) => name !== null).join(' · ') || 'No project',
    work,
    number,
    isPinned,
  };
}

function isAmong(all: readonly Suggestion[], work: Suggestion): boolean {
  return all.some((each) => isSameWork(each, work));
}
