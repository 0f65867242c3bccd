import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { integrityOfFile, refuseUnlessIntact } from '../../../scripts/download-integrity.mjs';
import { SetupProblem } from '../../../scripts/setup-problem.mjs';

// `printf hello | openssl dgst -sha512 -binary | base64`
const HELLO =
  'sha512-m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw==';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'integrity-'));
  file = join(folder, 'download.tgz');
});

afterEach(() => rm(folder, { recursive: true }));

describe('a downloaded file', () => {
  it('is kept when it is the expected one to the byte', async () => {
    await writeFile(file, 'hello');
    await refuseUnlessIntact(file, await integrityOfFile(file), HELLO);
    expect(existsSync(file)).toBe(true);
  });

  it('is refused and deleted when one byte differs', async () => {
    await writeFile(file, 'hellp');
    const found = await integrityOfFile(file);
    await expect(refuseUnlessIntact(file, found, HELLO)).rejects.toThrow(SetupProblem);
    expect(existsSync(file)).toBe(false);
  });

  it('is refused and deleted when it was cut short', async () => {
    await writeFile(file, '');
    const found = await integrityOfFile(file);
    await expect(refuseUnlessIntact(file, found, HELLO)).rejects.toThrow(/not the expected one/);
    expect(existsSync(file)).toBe(false);
  });
});
