import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TrayShape, trayShape } from '../../../../electron/shell/tray-shape.ts';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { IdentityId } from '../../../../shared/ids.ts';
import { booksDouble } from '../../../support/books-double.ts';
import { CATALOG, MAYA, TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import { entry, type WorkspaceBench, workspaceBench } from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const MINUTE = 60_000;
const INES = { ...MAYA, id: 5 as IdentityId, name: 'Ines Varga', businesses: [TERN] };
const CUT_OFF = { code: 'offline' } as const;

/** Each shape the icon takes while something is done, one after another. */
async function shapesDuring(workspace: Workspace, act: () => unknown): Promise<TrayShape[]> {
  const shapes: TrayShape[] = [];
  const unsubscribe = workspace.subscribe(() => {
    const shape = trayShape(workspace.snapshot());
    if (shape !== shapes.at(-1)) shapes.push(shape);
  });
  await act();
  for (let answer = 0; answer < 3; answer += 1) await settle();
  unsubscribe();
  return shapes;
}

function hold(): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  bench.books.gate = (method) => (method === 'createTimeEntry' ? held : Promise.resolve());
  return letGo;
}

describe('the icon while entries are sent', () => {
  it('stays as it is from the log to the answer', async () => {
    const workspace = await bench.openSignedIn();
    const letGo = hold();
    const shapes = await shapesDuring(workspace, async () => {
      workspace.logTime(entry());
      workspace.logTime(entry({ note: 'Second' }));
      await settle();
      expect(bench.books.count('createTimeEntry')).toBe(1);
      expect(workspace.snapshot().outbox.waiting).toBe(2);
      letGo();
    });
    expect(bench.books.entries).toHaveLength(2);
    expect(shapes).toEqual(['idle']);
  });

  it('tells of what could not be sent, also while it is tried again, until it is sent', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.gate = () => settle();
    bench.books.failing.set('createTimeEntry', CUT_OFF);
    expect(await shapesDuring(workspace, () => workspace.logTime(entry()))).toEqual([
      'idle',
      'waiting',
    ]);
    expect(await shapesDuring(workspace, () => bench.clock.advanceSettling(3 * MINUTE))).toEqual([
      'waiting',
    ]);
    bench.books.failing.clear();
    const shapes = await shapesDuring(workspace, () => bench.clock.advanceSettling(10 * MINUTE));
    expect(shapes).toEqual(['waiting', 'idle']);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('tells of an entry of another login, which its person must sign in again to send', async () => {
    const workspace = await bench.openSignedIn();
    const ended = { code: 'sign-in-needed', reason: 'session-ended' } as const;
    bench.books.failing.set('createTimeEntry', ended);
    workspace.logTime(entry());
    await settle();
    bench.connections.report('login-1', {
      status: 'needs-sign-in',
      severity: 'hard',
      reason: 'session-ended',
    });
    bench.connections.booksOf.set('login-2', booksDouble(INES, CATALOG));
    bench.connections.nextId = 'login-2';
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(trayShape(workspace.snapshot())).toBe('waiting');
  });

  it('tells of what waits since the last run before this one has begun to send', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', CUT_OFF);
    workspace.logTime(entry());
    await settle();
    bench.kill();
    expect(trayShape(bench.open().snapshot())).toBe('waiting');
  });
});
