// What the icon in the tray says without anything being opened: its shape, the line that appears
// over it, and on macOS the words beside it.
import { businessName } from '../../shared/business-name.ts';
import { secondsOn } from '../../shared/day-total.ts';
import { formatDuration } from '../../shared/duration.ts';
import { elapsedSeconds, formatElapsed } from '../../shared/elapsed.ts';
import { formatMoney, totalsByCurrency } from '../../shared/money.ts';
import type { RunningTimer, Snapshot } from '../../shared/snapshot.ts';
import { timerName } from '../../shared/timer-name.ts';
import { type TrayShape, trayShape } from './tray-shape.ts';

export interface TrayFace {
  readonly icon: TrayShape;
  /** Beside the icon, where the system has room for it (macOS); empty while nothing runs. */
  readonly title: string;
  readonly toolTip: string;
}

/** Windows shows no more of a tooltip. */
const LONGEST_TOOL_TIP = 127;

const BETWEEN = ' · ';

/** @param nowMs milliseconds since the epoch */
export function trayFace(snapshot: Snapshot, nowMs: number, locale?: string): TrayFace {
  const { timer } = snapshot.timer;
  const icon = trayShape(snapshot);
  const isRunning = timer !== null && timer.runningSinceMs !== null;
  return {
    icon,
    title: isRunning ? formatElapsed(elapsedSeconds(timer, nowMs)) : '',
    toolTip: toolTip(timer ? timerWords(timer, snapshot, nowMs) : null, [
      ...stateWords(icon, snapshot),
      todayWords(snapshot),
      overdueWords(snapshot, locale),
    ]),
  };
}

interface TimerWords {
  readonly name: string;
  readonly time: string;
}

function timerWords(timer: RunningTimer, { catalog }: Snapshot, nowMs: number): TimerWords {
  const elapsed = formatElapsed(elapsedSeconds(timer, nowMs));
  const time = timer.runningSinceMs === null ? `${elapsed} paused` : elapsed;
  return { name: timerName(timer, catalog), time };
}

/** A long name gives way, so that no figure is cut off. */
function toolTip(timer: TimerWords | null, parts: readonly string[]): string {
  const rest = [timer?.time ?? '', ...parts].filter(Boolean);
  const words = rest.join(BETWEEN);
  const name = timer?.name ?? 'Traybooks';
  if (words === '') return name;
  const room = Math.max(0, LONGEST_TOOL_TIP - words.length - BETWEEN.length);
  const shown = name.length <= room ? name : `${name.slice(0, Math.max(0, room - 1)).trimEnd()}…`;
  return `${shown}${BETWEEN}${words}`.slice(0, LONGEST_TOOL_TIP);
}

function stateWords(icon: TrayShape, snapshot: Snapshot): readonly string[] {
  const { outbox, sync, timer, businesses } = snapshot;
  if (icon === 'sign-in') return ['sign in again'];
  const isOffline = sync.error?.code === 'offline';
  const unsent = outbox.waiting + outbox.unsure;
  return [
    ...timer.runsFor.map((id) => `a timer runs for ${businessName(id, businesses.list)}`),
    isOffline ? 'offline' : '',
    unsent > 0 && (isOffline || icon === 'waiting') ? `${unsent} waiting to send` : '',
    outbox.refused > 0 ? `${outbox.refused} refused` : '',
    outbox.conflicts > 0 ? `${outbox.conflicts} changed elsewhere` : '',
  ];
}

function todayWords({ time }: Snapshot): string {
  const seconds = secondsOn(time.entries, time.today);
  return seconds > 0 ? `${formatDuration(seconds)} today` : '';
}

function overdueWords({ invoices }: Snapshot, locale: string | undefined): string {
  const late = invoices.invoices.filter(({ due }) => due !== null && due < invoices.today);
  const overdue = totalsByCurrency(late.map(({ outstanding }) => outstanding));
  if (overdue.length === 0) return '';
  return `${overdue.map((total) => formatMoney(total, locale)).join(' + ')} overdue`;
}
