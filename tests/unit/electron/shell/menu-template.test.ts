import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../electron/shell/menu-template.ts';
import { trayFace } from '../../../../electron/shell/tray-face.ts';
import { type TrayMenuItem, trayMenu } from '../../../../electron/shell/tray-menu.ts';
import type { ClientId } from '../../../../shared/ids.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';
import { runningTimer } from '../../../support/running-timer.ts';

const NOW = Date.UTC(2026, 10, 13, 20, 30);
const { full } = sampleSnapshots(NOW);
const work = { projectId: null, serviceId: null, clientId: 3 as ClientId };
const forHarbour = { ...full, timer: { ...full.timer, timer: runningTimer(NOW, work) } };

const nothing = () => {};
const actions = {
  open: nothing,
  'log-time': nothing,
  'start-timer': nothing,
  'pause-timer': nothing,
  'resume-timer': nothing,
  'stop-timer': nothing,
  refresh: nothing,
  settings: nothing,
  quit: nothing,
};
const labels = (items: readonly TrayMenuItem[]) =>
  menuTemplate(items, actions).map(({ label, type }) => label ?? type);

describe('the tray’s menu, as Electron is told of it', () => {
  it('has a name’s & twice, since one alone would be taken for a mark and not be shown', () => {
    expect(labels(trayMenu(forHarbour))).toContain('Stop and log: Harbour && Pine');
    expect(labels([{ label: 'R&D & Co', command: 'stop-timer' }])).toEqual(['R&&D && Co']);
  });

  it('leaves an underscore alone, and what stands in the tooltip', () => {
    expect(labels([{ label: 'api_v2', command: 'stop-timer' }])).toEqual(['api_v2']);
    expect(trayFace(forHarbour, NOW).toolTip).toMatch(/^Harbour & Pine · /);
  });

  it('keeps its lines and their order', () => {
    expect(labels(trayMenu(null))).toEqual([
      'Open',
      'Log time…',
      'Refresh',
      'separator',
      'Settings',
      'Quit',
    ]);
  });
});
