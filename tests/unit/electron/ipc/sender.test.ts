import { describe, expect, it } from 'vitest';
import { isOurPage } from '../../../../electron/ipc/sender.ts';

type Event = Parameters<typeof isOurPage>[0];
type Page = Parameters<typeof isOurPage>[1];

const ORIGIN = 'app://traybooks';
const mainFrame = { url: `${ORIGIN}/index.html` };
const page = { mainFrame } as unknown as Page;
const from = (sender: unknown, senderFrame: unknown) => ({ sender, senderFrame }) as Event;

describe('who may call', () => {
  it('is our page in its top frame', () => {
    expect(isOurPage(from(page, mainFrame), page, ORIGIN)).toBe(true);
  });

  it.each([
    ['another window', from({ mainFrame }, mainFrame)],
    ['a frame inside our page', from(page, { url: `${ORIGIN}/index.html` })],
    ['a frame that is gone', from(page, null)],
  ])('is not %s', (_who, event) => {
    expect(isOurPage(event, page, ORIGIN)).toBe(false);
  });

  it.each(['https://evil.example/', 'app://traybooks.evil/', 'file:///index.html'])(
    'is not our window after it was led to %s',
    (url) => {
      const frame = { url };
      const led = { mainFrame: frame } as unknown as Page;
      expect(isOurPage(from(led, frame), led, ORIGIN)).toBe(false);
    },
  );
});
