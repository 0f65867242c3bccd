/**
 * Things that happen at FreshBooks without our app: a token dies, the person signs in on another
 * computer, a colleague sends an invoice. Tests pull these strings; the app never does.
 */

import { scopesToGrant } from './oauth/scopes.ts';
import { issueTokens, type TokenAnswer } from './oauth/token-grants.ts';
import type { SandboxWorld } from './sandbox-world.ts';
import type { InvoiceRecord, SampleBooks, TimeEntryRecord } from './state/sample-books.ts';
import { createWebAppTimers, type WebAppTimers } from './web-app-timers.ts';

export interface Backstage {
  /** Every access token dies now; refresh tokens live on. */
  expireAccessTokens(): void;
  /** Every token dies, as after a password change. */
  revokeEverything(): void;
  /**
   * The same person authorizes the same app elsewhere, which kills the refresh token we hold.
   *
   * @throws when no app has this client id
   */
  signInFromAnotherComputer(clientId: string): TokenAnswer;
  /** How many refresh tokens are alive; never more than one an app. */
  countRefreshTokens(): number;
  /** Adds an invoice like the newest one, with these members changed. */
  addInvoice(changes: Partial<Omit<InvoiceRecord, 'id'>>): InvoiceRecord;
  /** Changes one invoice. @throws when there is none with this id */
  changeInvoice(id: number, changes: Partial<Omit<InvoiceRecord, 'id'>>): void;
  /** What the person does with timers in the web app. */
  readonly timers: WebAppTimers;
  /** Every entry kept, deleted ones and segments of timers included. */
  timeEntries(): readonly TimeEntryRecord[];
  /** Changes one entry, as the web app does. @throws when there is none with this id */
  changeTimeEntry(id: number, changes: Partial<Omit<TimeEntryRecord, 'id'>>): void;
  /** The rows behind the API, to compare with. */
  books(): Readonly<SampleBooks>;
}

export function createBackstage(world: SandboxWorld): Backstage {
  const { state } = world;
  return {
    expireAccessTokens: () => {
      state.accessTokens = [];
    },
    revokeEverything: () => {
      state.accessTokens = [];
      state.refreshTokens = [];
    },
    signInFromAnotherComputer: (clientId) => {
      const app = state.apps.find((known) => known.clientId === clientId);
      const scopes = app && scopesToGrant(undefined, app.scopes);
      if (!scopes) throw new Error(`No app has the client id ${clientId}.`);
      return issueTokens(world, { clientId, scopes });
    },
    countRefreshTokens: () => state.refreshTokens.length,
    addInvoice: (changes) => {
      const newest = state.books.invoices.at(-1);
      if (!newest) throw new Error('There is no invoice to take after.');
      const invoice = { ...newest, ...changes, id: newest.id + 1 };
      state.books.invoices.push(invoice);
      return invoice;
    },
    changeInvoice: (id, changes) => {
      const invoice = state.books.invoices.find((row) => row.id === id);
      if (!invoice) throw new Error(`No invoice has the id ${id}.`);
      Object.assign(invoice, changes);
    },
    timers: createWebAppTimers(world),
    timeEntries: () => state.books.timeEntries,
    changeTimeEntry: (id, changes) => {
      const entry = state.books.timeEntries.find((row) => row.id === id);
      if (!entry) throw new Error(`No time entry has the id ${id}.`);
      Object.assign(entry, changes);
    },
    books: () => state.books,
  };
}
