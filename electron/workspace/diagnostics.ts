// What a person may send to support without a second thought: versions, states, times in UTC and
// counts. Nobody's name, no amount and nothing secret; whose login it is only as whether we know.
import type { ConnectionDetails, ServiceCheck } from '../../shared/connection-details.ts';
import type { Result } from '../../shared/result.ts';
import type { Connection, ConnectionState, Snapshot } from '../../shared/snapshot.ts';
import { errorFacts } from './error-facts.ts';
import type { RecentError } from './recent-errors.ts';

export interface ServiceTest {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly checks: readonly ServiceCheck[];
}

export interface DiagnosticFacts {
  readonly nowMs: number;
  /** Runtime and desktop, a line each. */
  readonly system: readonly string[];
  readonly snapshot: Snapshot;
  readonly login: Connection;
  readonly businesses: { readonly total: number; readonly withAccounting: number };
  readonly details: Result<ConnectionDetails>;
  readonly lastTest: ServiceTest | null;
  readonly errors: readonly RecentError[];
}

/** @returns plain text of some thirty lines, without one at its end */
export function diagnosticsText(facts: DiagnosticFacts): string {
  const { snapshot, login } = facts;
  const { version, platform, values, shortcut } = snapshot.settings;
  return [
    `Traybooks ${version} on ${platform}`,
    ...facts.system,
    `now: ${utc(facts.nowMs)}`,
    '',
    `login: ${login.source}, ${stateFacts(login.state)}${login.kept ? '' : ', not confirmed yet'}`,
    `logins: ${snapshot.connection.connections.length}, this one ${
      login.id === snapshot.connection.active ? 'in use' : 'not in use'
    }`,
    `identity: ${login.identity.email || login.identity.name ? 'known' : 'not known'}`,
    `businesses: ${facts.businesses.total}, with accounting: ${facts.businesses.withAccounting}`,
    ...detailLines(facts.details),
    '',
    ...testLines(facts.lastTest),
    '',
    `last full refresh: ${instant(snapshot.sync.refreshedAtMs)}`,
    ...countLines(snapshot),
    `refresh every ${values.refreshEveryMinutes} min, shortcut ${shortcut}`,
    '',
    'last errors:',
    ...(facts.errors.length > 0 ? facts.errors.map(errorLine) : ['  none']),
  ].join('\n');
}

function detailLines(answer: Result<ConnectionDetails>): readonly string[] {
  if (!answer.ok) return [`tokens: ${errorFacts(answer.error)}`];
  const details = answer.value;
  const { lastRenewal, keychain } = details;
  const renewal = lastRenewal
    ? `${utc(lastRenewal.atMs)} ${lastRenewal.error ? errorFacts(lastRenewal.error) : 'ok'}`
    : 'none since start';
  return [
    `access token until: ${utc(details.accessEndsAtMs)}`,
    `renewal due: ${details.renewsAtMs === null ? 'no more' : utc(details.renewsAtMs)}`,
    `last renewal: ${renewal}`,
    `redirect URI: ${details.redirectUri}`,
    `keychain: ${keychain.name}, ${keychain.kept}`,
    `scopes granted: ${details.grantedScopes.join(' ') || 'none'}`,
    `scopes missing: ${details.missingScopes.join(' ') || 'none'}`,
  ];
}

function testLines(test: ServiceTest | null): readonly string[] {
  if (!test) return ['connection test: none since start'];
  return [`connection test: ${utc(test.atMs)}`, ...test.checks.map(checkLine)];
}

function checkLine({ service, tookMs, error }: ServiceCheck): string {
  return `  ${service}: ${error ? errorFacts(error) : 'ok'}, ${Math.round(tookMs)} ms`;
}

/** Of what is on the screen: the login in use. */
function countLines({ invoices, catalog, time, outbox }: Snapshot): readonly string[] {
  return [
    `invoices: ${invoices.unavailable ?? invoices.invoices.length}, read ${instant(invoices.refreshedAtMs)}`,
    `clients ${catalog.clients.length}, projects ${catalog.projects.length}, services ${
      catalog.services.length
    }, read ${instant(catalog.refreshedAtMs)}`,
    `time entries this week: ${time.entries.length}, read ${instant(time.refreshedAtMs)}`,
    `outbox: waiting ${outbox.waiting}, unsure ${outbox.unsure}, refused ${outbox.refused}`,
  ];
}

function errorLine({ atMs, where, error }: RecentError): string {
  return `  ${utc(atMs)} ${where}: ${errorFacts(error)}`;
}

function stateFacts(state: ConnectionState): string {
  return state.status === 'needs-sign-in'
    ? `${state.status} ${state.severity} ${state.reason}`
    : state.status;
}

function instant(ms: number | null): string {
  return ms === null ? 'never' : utc(ms);
}

/** To the second: `2026-11-12 15:00:00Z`. */
function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}
