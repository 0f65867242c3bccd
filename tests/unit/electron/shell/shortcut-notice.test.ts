import { describe, expect, it } from 'vitest';
import { shortcutNotice } from '../../../../electron/shell/shortcut-notice.ts';

const WANTED = 'CommandOrControl+Shift+T';

describe('what is said about the log-time shortcut', () => {
  it('is nothing while it works, or before it was tried', () => {
    expect(shortcutNotice('registered', WANTED, WANTED, 'linux')).toBeNull();
    expect(shortcutNotice('unknown', WANTED, null, 'linux')).toBeNull();
  });

  it('names the keys another program has, and where to choose others', () => {
    expect(shortcutNotice('taken', WANTED, null, 'win32')?.text).toBe(
      'Another program uses Ctrl+Shift+T, so these keys don’t open Log time. ' +
        'You can choose other keys in Settings.',
    );
  });

  it('tells that the keys before them still work', () => {
    expect(shortcutNotice('taken', WANTED, 'CommandOrControl+Alt+L', 'linux')?.text).toContain(
      'Ctrl+Alt+L still works.',
    );
  });

  it('names the keys as they are on a Mac', () => {
    expect(shortcutNotice('invalid', WANTED, null, 'darwin')?.text).toContain('Command+Shift+T');
  });
});
