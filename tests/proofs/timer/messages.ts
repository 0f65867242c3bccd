// What the day and the process that lives through it say to each other.
import type { DesktopInput } from '../../../electron/workspace/timer/desktop-input.ts';
import type { CommandName } from '../../../shared/ipc.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { OutboxSlice, TimerSlice } from '../../../shared/snapshot.ts';

export interface Installation {
  readonly databasePath: string;
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly settings: Partial<Settings>;
}

export type Act =
  | { readonly act: 'command'; readonly name: CommandName; readonly input?: unknown }
  /** At the instants they carry. */
  | { readonly act: 'inputs'; readonly events: readonly DesktopInput[] }
  | { readonly act: 'refresh' };

/** What the computer's clock says, milliseconds since the epoch. */
interface AtTime {
  readonly nowMs: number;
  /** Milliseconds that really went by. */
  readonly uptimeMs: number;
  readonly network: 'there' | 'gone';
}

export type Order =
  | ({ readonly do: 'come-up'; readonly installation: Installation } & AtTime)
  /** Ends in a SIGKILL at the given point of it, counted from 1. */
  | ({ readonly do: 'act'; readonly what: Act; readonly killAt: number | null } & AtTime);

/** What the person sees. */
export interface View extends TimerSlice {
  readonly outbox: OutboxSlice;
}

export type Report =
  | { readonly said: 'ready' }
  | { readonly said: 'done'; readonly error: string | null; readonly view: View }
  | { readonly said: 'bug'; readonly what: string };
