import { describe, expect, it } from 'vitest';
import { missingPackages, PACKAGE_GROUPS } from '../../../scripts/system-packages.mjs';

describe('missingPackages', () => {
  it('names what is not installed, in the order it was asked for', () => {
    const missing = missingPackages([['xvfb'], ['openbox'], ['trayer']], new Set(['openbox']));
    expect(missing).toEqual([['xvfb'], ['trayer']]);
  });

  it('is content with the name a newer release gave a library', () => {
    const gtk = [['libgtk-3-0', 'libgtk-3-0t64']];
    expect(missingPackages(gtk, new Set(['libgtk-3-0t64']))).toEqual([]);
    expect(missingPackages(gtk, new Set(['libgtk-3-0']))).toEqual([]);
    expect(missingPackages(gtk, new Set())).toEqual(gtk);
  });

  it('keeps the browser apart, since the tour can go on without one', () => {
    const needed = [
      ...PACKAGE_GROUPS.libraries,
      ...PACKAGE_GROUPS.hands,
      ...PACKAGE_GROUPS.desktop,
    ];
    expect(needed.flat()).not.toContain('chromium');
    expect(PACKAGE_GROUPS.browser.flat()).toContain('chromium');
  });
});
