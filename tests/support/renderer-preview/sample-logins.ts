// The states that concern whose login it is and what it may do, on sample data.
import type { ConnectionId } from '../../../shared/ids.ts';
import type { Connection, ConnectionState, Snapshot } from '../../../shared/snapshot.ts';

const OWN: Connection = {
  id: 'own' as ConnectionId,
  source: 'freshbooks',
  identity: { name: 'Mara Lindqvist', email: 'mara@larkfield.example' },
  state: { status: 'connected' },
  kept: true,
};

const PARTNER: Connection = {
  ...OWN,
  id: 'partner' as ConnectionId,
  identity: { name: 'Jonas Weatherby', email: 'jonas@tern-and-co.example' },
};

const SAMPLE: Connection = { ...OWN, id: 'sample' as ConnectionId, source: 'sandbox' };

/**
 * @param full everything there is to show
 * @param nowMs milliseconds since the epoch
 */
export function sampleLogins(full: Snapshot, nowMs: number) {
  const scopeMissing = { code: 'scope-missing', scope: 'user:time_entries:read' } as const;
  const elsewhere = { status: 'needs-sign-in', reason: 'used-elsewhere' } as const;
  const usableUntilMs = nowMs + 3 * 3_600_000 + 30_000;

  const inState = (state: ConnectionState): Snapshot => ({
    ...full,
    connection: { ...full.connection, connections: [{ ...OWN, state }], active: OWN.id },
  });

  return {
    ownLogin: inState({ status: 'connected' }),
    justConnected: {
      ...full,
      connection: {
        ...full.connection,
        connections: [{ ...OWN, kept: false }],
        active: OWN.id,
      },
    },
    threeLogins: {
      ...full,
      connection: {
        ...full.connection,
        connections: [OWN, PARTNER, SAMPLE],
        active: OWN.id,
      },
    },
    usedElsewhere: inState({ ...elsewhere, severity: 'soft', usableUntilMs }),
    usedElsewhereHard: inState({ ...elsewhere, severity: 'hard' }),
    invoicesOff: {
      ...full,
      invoices: { ...full.invoices, invoices: [], unavailable: 'scope-missing' },
    },
    timeOff: {
      ...full,
      time: { ...full.time, entries: [], refreshedAtMs: null, error: scopeMissing },
    },
  } satisfies Record<string, Snapshot>;
}
