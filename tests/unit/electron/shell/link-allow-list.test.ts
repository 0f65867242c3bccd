import { describe, expect, it } from 'vitest';
import { isAllowedLink } from '../../../../electron/shell/link-allow-list.ts';

describe('the link allow-list', () => {
  it.each(['https://my.freshbooks.com/#/developer', 'https://www.freshbooks.com/api/start'])(
    'opens %s',
    (url) => expect(isAllowedLink(url)).toBe(true),
  );

  it.each([
    'http://my.freshbooks.com/#/developer',
    'file:///etc/passwd',
    'smb://my.freshbooks.com/share',
    'javascript:alert(1)',
    'https://my.freshbooks.com.evil.example/',
    'https://evil.example/my.freshbooks.com',
    'https://my.freshbooks.com@evil.example/',
    'https://someone:secret@my.freshbooks.com/',
    'https://my.freshbooks.com:8443/',
    'my.freshbooks.com',
    '',
  ])('refuses %j', (url) => expect(isAllowedLink(url)).toBe(false));
});
