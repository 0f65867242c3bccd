import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { canTellIdleTime, watchIdle } from '../../../../electron/shell/idle-signal.ts';
import type { DesktopInput } from '../../../../electron/workspace/timer/desktop-input.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const MINUTE = 60_000;

function desktop({ canTell = true } = {}) {
  const clock = manualClock();
  const power = new EventEmitter();
  const told: DesktopInput[] = [];
  let lastInputMs = clock.now();
  const follow = watchIdle({
    clock: clock.now,
    timers: clock.timers,
    canTell,
    power: Object.assign(power, {
      getSystemIdleTime: () => Math.floor((clock.now() - lastInputMs) / 1000),
    }),
    input: (event) => void told.push(event),
  });
  return {
    clock,
    follow,
    happens: (event: string) => power.emit(event),
    touch: () => {
      lastInputMs = clock.now();
    },
    told: () => told.splice(0).map(({ atMs, ...event }) => event),
  };
}

describe('the idle signal', () => {
  it('asks nothing and sets no timer while none runs', () => {
    const { clock, follow, told, happens } = desktop();
    follow(false);
    happens('suspend');
    happens('resume');
    expect(clock.pending).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('samples once a minute while a timer runs, and stops with it', () => {
    const { clock, follow, told, touch } = desktop();
    follow(true);
    follow(true);
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(MINUTE - 1000);
      touch();
      clock.advance(1000);
    }
    expect(told()).toEqual([
      { kind: 'sample', idleSeconds: 0 },
      ...Array.from({ length: 5 }, () => ({ kind: 'sample', idleSeconds: 1 })),
    ]);
    follow(false);
    expect(clock.pending).toEqual([]);
  });

  it('looks more often while nobody is there, to date the return', () => {
    const { clock, follow, told, touch } = desktop();
    follow(true);
    clock.advance(2 * MINUTE);
    expect(told().map((event) => event.kind === 'sample' && event.idleSeconds)).toEqual([
      0, 60, 80, 100, 120,
    ]);
    touch();
    clock.advance(20_000);
    expect(clock.pending).toEqual([MINUTE]);
  });

  it('samples before it tells of locking and sleeping, and not before waking', () => {
    const { clock, follow, told, happens } = desktop();
    follow(true);
    told();
    clock.advance(30_000);
    for (const event of ['lock-screen', 'suspend', 'resume', 'unlock-screen']) happens(event);
    expect(told()).toEqual([
      { kind: 'sample', idleSeconds: 30 },
      { kind: 'locked' },
      { kind: 'sample', idleSeconds: 30 },
      { kind: 'sleeping' },
      { kind: 'woke' },
      { kind: 'unlocked' },
    ]);
    expect(clock.pending).toHaveLength(1);
  });

  it('says that it cannot tell where the value means nothing', () => {
    const { follow, told } = desktop({ canTell: false });
    follow(true);
    expect(told()).toEqual([{ kind: 'sample', idleSeconds: null }]);
  });

  it('gives up a value that is nought for ever, and takes it back at its first second', () => {
    const { clock, follow, told, touch } = desktop();
    const minuteOfTyping = () => {
      clock.advance(MINUTE - 1);
      touch();
      clock.advance(1);
    };
    follow(true);
    for (let minute = 0; minute < 10; minute += 1) minuteOfTyping();
    const idle = told().map((event) => event.kind === 'sample' && event.idleSeconds);
    expect(idle).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null]);
    clock.advance(MINUTE);
    expect(told()).toEqual([{ kind: 'sample', idleSeconds: 60 }]);
  });
});

describe('whether the desktop can tell', () => {
  it('is taken for granted on macOS and Windows', () => {
    expect(canTellIdleTime('darwin', {})).toBe(true);
    expect(canTellIdleTime('win32', {})).toBe(true);
  });

  it('is so under X, and not under Wayland', () => {
    expect(canTellIdleTime('linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' })).toBe(true);
    expect(canTellIdleTime('linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' })).toBe(false);
    expect(canTellIdleTime('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
  });
});
