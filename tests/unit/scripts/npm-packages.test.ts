// When node_modules counts as behind the lock file: too eager costs everyone a minute a command,
// too lazy runs the tests against the wrong packages.
import { describe, expect, it } from 'vitest';
import { packagesAreStale } from '../../../scripts/npm-packages.mjs';

const react = { version: '19.3.1', integrity: 'sha512-aaaa' };
const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': react,
    'node_modules/binding-win32': { version: '1.0.0', optional: true, os: ['win32'] },
    'node_modules/binding-linux': { version: '1.0.0', optional: true, os: ['linux'] },
  },
};
const onLinux = {
  packages: {
    'node_modules/react': react,
    'node_modules/binding-linux': { version: '1.0.0', optional: true, os: ['linux'] },
  },
};

describe('packagesAreStale', () => {
  it('is content when npm noted every package of the lock, other systems’ aside', () => {
    expect(packagesAreStale(wanted, onLinux, 'linux')).toBe(false);
  });

  it('installs on a fresh clone, and after an install that was cut off before npm wrote its note', () => {
    expect(packagesAreStale(wanted, undefined, 'linux')).toBe(true);
  });

  it('installs when a pull changed a version', () => {
    const older = {
      packages: { ...onLinux.packages, 'node_modules/react': { ...react, version: '19.3.0' } },
    };
    expect(packagesAreStale(wanted, older, 'linux')).toBe(true);
  });

  it('installs when the same version has other contents', () => {
    const other = {
      packages: {
        ...onLinux.packages,
        'node_modules/react': { ...react, integrity: 'sha512-bbbb' },
      },
    };
    expect(packagesAreStale(wanted, other, 'linux')).toBe(true);
  });

  it('installs when the lock asks for a package more', () => {
    const more = { packages: { ...wanted.packages, 'node_modules/zod': { version: '4.6.7' } } };
    expect(packagesAreStale(more, onLinux, 'linux')).toBe(true);
  });

  it('installs anew over a folder copied from another system', () => {
    expect(packagesAreStale(wanted, onLinux, 'darwin')).toBe(true);
  });

  it('accepts a package that only says which systems it is not for', () => {
    const picky = { 'node_modules/picky': { version: '1.0.0', os: ['!win32'] } };
    const lock = { packages: { ...wanted.packages, ...picky } };
    const there = { packages: { ...onLinux.packages, ...picky } };
    expect(packagesAreStale(lock, there, 'linux')).toBe(false);
  });
});
