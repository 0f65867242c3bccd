import { describe, expect, it } from 'vitest';
import { fileFor } from '../../../../electron/shell/page-file.ts';

const folder = '/opt/traybooks/dist/renderer';

describe('the files of the page', () => {
  it.each([
    ['app://traybooks/index.html', `${folder}/index.html`],
    ['app://traybooks/assets/index.js?v=2#x', `${folder}/assets/index.js`],
  ])('%s is %s', (url, file) => expect(fileFor(url, folder)).toBe(file));

  it.each([
    'app://traybooks/..%2f..%2fetc/passwd',
    'app://traybooks/%2e%2e/%2e%2e/main/main.cjs/../../../secret',
    'app://traybooks/assets/..%2f..%2f..%2fmain/main.cjs',
    'app://traybooks/%00index.html',
    'app://traybooks/%E0%A4%A',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
  ])('%s is none of them', (url) => {
    const file = fileFor(url, folder);
    // The URL parser itself folds plain ".." away; what is left must be inside or nothing.
    expect(file === null || file.startsWith(`${folder}/`)).toBe(true);
    expect(file ?? '').not.toMatch(/^\/etc|main\.cjs$/);
  });
});
