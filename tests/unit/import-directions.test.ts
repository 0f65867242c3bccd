// Rooms keep their doors: who may import whom, checked on every file rather than remembered.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Each room, and the rooms it may import besides itself. The first match wins. */
const DIRECTIONS: ReadonlyArray<readonly [room: string, mayImport: readonly string[]]> = [
  [
    'electron/main.ts',
    ['electron/rooms.ts', 'electron/shell', 'electron/ipc', 'electron/workspace', 'shared'],
  ],
  [
    'electron/rooms.ts',
    ['electron/connections', 'electron/shell', 'electron/ipc', 'electron/workspace', 'shared'],
  ],
  ['electron/preload.ts', ['shared']],
  ['electron/auth', ['shared']],
  ['electron/freshbooks', ['shared']],
  ['electron/workspace', ['shared']],
  ['electron/sandbox', ['shared']],
  ['electron/connections', ['electron/auth', 'electron/freshbooks', 'electron/sandbox', 'shared']],
  ['electron/ipc', ['electron/workspace', 'shared']],
  ['electron/shell', ['electron/workspace', 'shared']],
  ['renderer', ['shared']],
  ['shared', []],
];

const MAY_IMPORT_ELECTRON = [
  'electron/main.ts',
  'electron/preload.ts',
  'electron/ipc',
  'electron/shell',
];
const RUNS_ANYWHERE = ['shared', 'renderer'];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const IMPORTS = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g;

function importsOf(file: string, source: string): Import[] {
  return [...source.matchAll(IMPORTS)].map(([, , specifier = '']) => ({ file, specifier }));
}

function isIn(path: string, room: string): boolean {
  return path === room || path.startsWith(`${room}/`);
}

function breaksADirection({ file, specifier }: Import): boolean {
  if (!specifier.startsWith('.')) return false;
  const target = relative(ROOT, join(ROOT, dirname(file), specifier));
  const rule = DIRECTIONS.find(([room]) => isIn(file, room));
  if (!rule) return true;
  return ![rule[0], ...rule[1]].some((room) => isIn(target, room));
}

function reachesForElectron({ file, specifier }: Import): boolean {
  return /^electron(\/|$)/.test(specifier) && !MAY_IMPORT_ELECTRON.some((room) => isIn(file, room));
}

function reachesForTheSystem({ file, specifier }: Import): boolean {
  return specifier.startsWith('node:') && RUNS_ANYWHERE.some((room) => isIn(file, room));
}

const SOURCES = ['electron', 'renderer', 'shared']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  )
  .flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));

/** Libraries that would cost the page more memory than all of its own code. */
const NOT_IN_THE_PAGE = ['zod', 'temporal-polyfill'];

const VALUE_IMPORTS = /(?:^|\n)(?:import|export)\s+(?!type\b)[^'"]*?from\s*'([^']+)'/g;

/** @returns the way from the page's entry to a library it must not carry; empty when there is none */
function wayToAHeavyLibrary(file: string, known = new Set<string>()): readonly string[] {
  known.add(file);
  for (const [, specifier = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(VALUE_IMPORTS)) {
    if (NOT_IN_THE_PAGE.includes(specifier)) return [file, specifier];
    const next = relative(ROOT, join(ROOT, dirname(file), specifier));
    if (!specifier.startsWith('.') || known.has(next)) continue;
    const way = wayToAHeavyLibrary(next, known);
    if (way.length > 0) return [file, ...way];
  }
  return [];
}

const inWords = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

describe('import directions', () => {
  it('are kept by every file', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    expect(SOURCES.filter(breaksADirection).map(inWords)).toEqual([]);
  });

  it('keep Electron to main, preload, ipc and shell', () => {
    expect(SOURCES.filter(reachesForElectron).map(inWords)).toEqual([]);
  });

  it('keep Node out of what also runs in the page', () => {
    expect(SOURCES.filter(reachesForTheSystem).map(inWords)).toEqual([]);
  });

  it('bring no schema library and no calendar library into the page', () => {
    expect(wayToAHeavyLibrary('renderer/main.tsx').join(' → ')).toBe('');
    // Told apart from a walk that finds nothing at all.
    expect(wayToAHeavyLibrary('shared/settings.ts').at(-1)).toBe('zod');
  });

  it.each([
    ['renderer/app.tsx', "import { x } from '../electron/auth/pkce.ts'"],
    ['electron/workspace/sync.ts', "import type { X } from '../freshbooks/pages.ts'"],
    ['electron/auth/session.ts', "const x = await import('../workspace/database.ts')"],
    ['shared/money.ts', "export * from '../renderer/format.ts'"],
    ['somewhere-else/new.ts', "import '../shared/money.ts'"],
  ])('would notice %s: %s', (file, source) => {
    expect(importsOf(file, source).filter(breaksADirection)).toHaveLength(1);
  });

  it('would notice Electron in the workspace and Node in the page', () => {
    expect(
      importsOf('electron/workspace/sync.ts', "import { net } from 'electron'").filter(
        reachesForElectron,
      ),
    ).toHaveLength(1);
    expect(
      importsOf('renderer/app.tsx', "import fs from 'node:fs'").filter(reachesForTheSystem),
    ).toHaveLength(1);
  });
});
