// What the icon's menu offers at this moment. Plain data, so that it can be compared: a menu set
// anew goes over the desktop's bus with every line.
import { lastWork } from '../../shared/last-work.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { timerName } from '../../shared/timer-name.ts';

export type TrayCommand =
  | 'open'
  | 'log-time'
  | 'start-timer'
  | 'pause-timer'
  | 'resume-timer'
  | 'stop-timer'
  | 'refresh'
  | 'settings'
  | 'quit';

export type TrayMenuItem = { readonly label: string; readonly command: TrayCommand } | 'separator';

const BEFORE: readonly TrayMenuItem[] = [
  { label: 'Open', command: 'open' },
  { label: 'Log time…', command: 'log-time' },
];

const AFTER: readonly TrayMenuItem[] = [
  { label: 'Refresh', command: 'refresh' },
  'separator',
  { label: 'Settings', command: 'settings' },
  { label: 'Quit', command: 'quit' },
];

/** @param snapshot null while the rooms are still opening */
export function trayMenu(snapshot: Snapshot | null): readonly TrayMenuItem[] {
  const timer = snapshot ? timerItems(snapshot) : [];
  return [...BEFORE, ...timer, ...AFTER];
}

function timerItems(snapshot: Snapshot): readonly TrayMenuItem[] {
  const { connection, timer, catalog } = snapshot;
  if (connection.active === null) return [];
  if (timer.timer) {
    const name = timerName(timer.timer, catalog);
    return [
      timer.timer.runningSinceMs === null
        ? { label: 'Resume timer', command: 'resume-timer' }
        : { label: 'Pause timer', command: 'pause-timer' },
      { label: `Stop and log: ${name}`, command: 'stop-timer' },
    ];
  }
  const last = lastWork(snapshot);
  return [
    {
      label: last ? `Start timer: ${timerName(last, catalog)}` : 'Start timer',
      command: 'start-timer',
    },
  ];
}
