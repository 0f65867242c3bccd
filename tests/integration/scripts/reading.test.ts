// The command itself: what it prints for a catalog in a file, and how it refuses.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listenTo } from '../../../scripts/child-process.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const NOW = '2026-11-12T10:00:00-05:00';
const CATALOG = {
  businessTimeZone: 'America/Toronto',
  dateFormat: 'dd/mm/yyyy',
  firstDayOfWeek: 1,
  clients: [{ id: 1, name: 'Acme' }],
  projects: [{ id: 11, title: 'API rebuild', clientId: 1, internal: false, serviceIds: [21, 22] }],
  services: [
    { id: 21, name: 'Development', billable: true },
    { id: 22, name: 'Design', billable: true },
  ],
  recent: [{ clientId: 1, projectId: 11, serviceId: 21, note: 'standup' }],
};

let folder = '';
let catalog = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traybooks-reading-'));
  catalog = join(folder, 'catalog.json');
  await writeFile(catalog, JSON.stringify(CATALOG));
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const reading = (...args: readonly string[]) =>
  listenTo(process.execPath, ['scripts/run.mjs', 'reading', ...args], { cwd: ROOT });

it('prints the reading as JSON and nothing else', async () => {
  const text = 'acme api 1.5h yest fixed login';
  const { code, stdout } = await reading('--catalog', catalog, '--now', NOW, text);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    durationSeconds: 5400,
    startedAt: null,
    day: '2026-11-11',
    clientId: 1,
    projectId: 11,
    serviceId: 21,
    billable: true,
    note: 'fixed login',
    spans: [
      { from: 0, to: 4, part: 'client' },
      { from: 5, to: 8, part: 'project' },
      { from: 9, to: 13, part: 'duration' },
      { from: 14, to: 18, part: 'day' },
      { from: 19, to: 30, part: 'note' },
    ],
    unclear: [],
  });
});

it('says what is unclear with its choices', async () => {
  const text = 'acme api tomorrow 1h';
  const { stdout } = await reading('--catalog', catalog, '--now', NOW, text);
  expect(JSON.parse(stdout).unclear).toEqual([
    {
      part: 'day',
      why: 'That day is yet to come.',
      choices: [{ label: '2026-11-12', text: '2026-11-12' }],
    },
  ]);
});

it.each([
  ['no catalog', [] as string[], '--catalog'],
  ['a catalog that is not there', ['--catalog', '/nowhere/catalog.json'], 'cannot be read'],
  ['a moment without an offset', ['--now', '2026-11-12T10:00:00'], '--now takes a moment'],
  ['an option nobody knows', ['--colour', 'red'], '--colour'],
])('refuses %s in a sentence, with exit code 2', async (_, args, sentence) => {
  const given = args.includes('--now') ? ['--catalog', catalog, ...args] : args;
  const { code, stdout, stderr } = await reading(...given, 'acme');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});

it('refuses a file that is no catalog', async () => {
  const other = join(folder, 'other.json');
  await writeFile(other, JSON.stringify({ ...CATALOG, businessTimeZone: 'Mars/Olympus' }));
  const { code, stderr } = await reading('--catalog', other, 'acme');
  expect(code).toBe(2);
  expect(stderr).toContain('businessTimeZone');
});
