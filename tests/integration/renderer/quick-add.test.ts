// The quick-add line in a real browser, by the keyboard alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryKey, ProjectId, ServiceId } from '../../../shared/ids.ts';
import {
  openQuickAdd,
  QUICK_ADD_NOW_MS,
  quickAddSamples as samples,
} from '../../support/renderer-preview/open-quick-add.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { runningTimer } from '../../support/running-timer.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const API_WORK = { clientId: 2, projectId: 12, serviceId: 22, billable: true };
const LINE = 'acme api 1h30 fixed login redirect';
const ENTRY = {
  name: 'time.log',
  input: {
    ...API_WORK,
    durationSeconds: 5400,
    day: '2026-11-13',
    startedAtMs: null,
    note: 'fixed login redirect',
  },
};
const STORED = { ok: true, value: { key: 'entry-1' } } as const;
const FULL_DISK = { ok: false, error: { code: 'storage-full' } } as const;

describe('a typed line', () => {
  it('is logged as it was understood, and leaves an empty line for the next one', async () => {
    const { page, line, type, press, told } = await openQuickAdd(preview);
    await type(LINE);
    await press('Enter');
    await page.getByRole('status', { name: 'Saving' }).getByText('Saved').waitFor();
    expect(await told()).toEqual([ENTRY]);
    expect(await line.inputValue()).toBe('');
  });

  it('shows as pieces what was understood, before anything is saved', async () => {
    const { page, type } = await openQuickAdd(preview);
    await type('acme api 1h30 yest fixed login');
    const pieces = page.getByRole('list', { name: 'What was understood' }).getByRole('listitem');
    const words = (await pieces.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(words).toEqual([
      'for Acme Labs · API rebuild',
      'service Development',
      'time 1 h 30 m',
      'day yesterday',
      'billable yes',
      'note fixed login',
    ]);
  });

  it('says the same to those who listen', async () => {
    const { page, type } = await openQuickAdd(preview);
    await type(LINE);
    const said = page.locator('.quick-panel [aria-live="polite"]');
    expect((await said.textContent())?.replaceAll('\u00a0', ' ')).toContain(
      'for Acme Labs, API rebuild; service Development; 1 h 30 m',
    );
  });

  it('tells what today becomes, or the other day it is for', async () => {
    const { page, line, type } = await openQuickAdd(preview);
    const foot = () => page.locator('.becomes').innerText();
    const plain = async () => (await foot()).replaceAll('\u00a0', ' ');
    expect(await plain()).toBe('today 4 h 35 m');
    await type('90m');
    expect(await plain()).toBe('today 4 h 35 m → 6 h 05 m');
    await line.fill('90m yest');
    expect(await plain()).toBe('yesterday 0 m → 1 h 30 m');
  });

  it('has its pieces underlined under the very words, also when it is longer than the line', async () => {
    const { page, line, type, press } = await openQuickAdd(preview);
    await type(`acme api 1h30 ${'a very long note '.repeat(8)}`);
    const left = () => line.evaluate((input) => input.scrollLeft);
    const shift = () =>
      page
        .locator('.line-marks-text')
        .evaluate((text) => -new DOMMatrix(getComputedStyle(text).transform).m41 || 0);
    expect(await left()).toBeGreaterThan(100);
    expect(await shift()).toBe(await left());
    await press('Home');
    await expect.poll(left).toBe(0);
    await expect.poll(shift).toBe(0);
    const widths = await page.evaluate(`(() => {
      const [input, marks] = ['.line-input', '.line-marks-text'].map((each) => document.querySelector(each));
      return [input.scrollWidth, marks.scrollWidth];
    })()`);
    const [inInput = 0, inMarks = 0] = widths as number[];
    expect(Math.abs(inInput - inMarks)).toBeLessThanOrEqual(2);
    const marks = await page.locator('.mark').allTextContents();
    expect(marks.slice(0, 3)).toEqual(['acme', 'api', '1h30']);
  });

  it('is not read by Enter while an input method is still at work', async () => {
    const { page, type, told } = await openQuickAdd(preview);
    await type('1h');
    await page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
      key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, isComposing: true,
    }))`);
    expect(await told()).toEqual([]);
  });
});

describe('what is offered', () => {
  it('is chosen by arrows and taken by Enter; the next Enter saves', async () => {
    const { page, line, type, press, told } = await openQuickAdd(preview);
    await press('ArrowDown', 'ArrowDown');
    const second = page.getByRole('option', { selected: true });
    expect(await second.innerText()).toContain('Acme Labs · API rebuild · Development');
    expect(await line.getAttribute('aria-activedescendant')).toBe(await second.getAttribute('id'));
    await press('Enter');
    expect(await told()).toEqual([]);
    await type('45m review');
    await press('Enter');
    await expect
      .poll(told)
      .toMatchObject([
        { name: 'time.log', input: { ...API_WORK, durationSeconds: 2700, note: 'review' } },
      ]);
    expect(await line.inputValue()).toBe('');
  });

  it('is given up by Escape, and the line stays as it was typed', async () => {
    const { page, line, type, press, told } = await openQuickAdd(preview);
    await type('acme');
    await press('ArrowDown', 'Escape');
    expect(await page.getByRole('option', { selected: true }).count()).toBe(0);
    expect(await line.inputValue()).toBe('acme');
    expect(await told()).toEqual([]);
  });

  it('is taken by the mouse, and the cursor stays in the line', async () => {
    const { page, line, type } = await openQuickAdd(preview);
    await page.getByRole('option', { name: /Clinic website · Design/ }).click();
    await type('1h');
    expect(await line.inputValue()).toMatch(/Clinic website.*1h$/);
  });

  it('is completed by Tab, which leaves the line once there is nothing to complete', async () => {
    const { page, line, type, press } = await openQuickAdd(preview);
    await press('Tab');
    expect(await line.evaluate((input) => input === document.activeElement)).toBe(false);
    await line.focus();
    await type('acme 20m');
    await press('Tab');
    const completed = await line.inputValue();
    expect(completed).not.toBe('acme 20m');
    expect(completed).toContain('20m');
    for (let presses = 0; presses < 3; presses += 1) await press('Tab');
    expect(await page.evaluate(`document.activeElement.matches('.line-input')`)).toBe(false);
  });
});

describe('an empty line', () => {
  it('offers the last five combinations by number: a digit and Enter', async () => {
    const { page, line, type, press, told } = await openQuickAdd(preview);
    expect(await page.locator('.offer-number').allTextContents()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    await type('2');
    expect(await page.getByRole('option', { selected: true }).innerText()).toContain('API rebuild');
    await press('Enter');
    expect(await told()).toEqual([]);
    expect(await line.inputValue()).toMatch(/API rebuild/);
    expect(await line.inputValue()).not.toContain('2');
  });

  it('takes one at once with Ctrl and its digit', async () => {
    const { line, press } = await openQuickAdd(preview);
    await press('Control+2');
    expect(await line.inputValue()).toMatch(/API rebuild/);
  });

  it('never eats a digit that begins a duration', async () => {
    const { line, type, press, told } = await openQuickAdd(preview);
    await type('1.5h acme api');
    expect(await line.inputValue()).toBe('1.5h acme api');
    await press('Enter');
    await expect.poll(told).toMatchObject([{ input: { ...API_WORK, durationSeconds: 5400 } }]);
  });

  it('logs a lone digit as hours for whoever says that no row is meant', async () => {
    const { type, press, told } = await openQuickAdd(preview);
    await type('2');
    await press('Escape', 'Enter');
    await expect.poll(told).toMatchObject([{ input: { durationSeconds: 7200, projectId: null } }]);
  });

  it('goes on with the last entry on Ctrl+Enter, as a timer', async () => {
    const { page, press, told } = await openQuickAdd(preview);
    await page.getByRole('button', { name: /^Continue Studio admin/ }).waitFor();
    await press('Control+Enter');
    await page.getByText('Timer started').waitFor();
    expect(await told()).toEqual([
      {
        name: 'timer.start',
        input: {
          clientId: null,
          projectId: 14,
          serviceId: 23,
          billable: false,
          note: 'Weekly planning',
          startedAtMs: null,
        },
      },
    ]);
  });

  describe('while the timer of the last entry’s work is paused', () => {
    const paused = {
      ...samples.full,
      timer: {
        ...samples.full.timer,
        timer: runningTimer(QUICK_ADD_NOW_MS - 3_600_000, {
          projectId: 14 as ProjectId,
          serviceId: 23 as ServiceId,
          billable: false,
          note: 'Weekly planning',
          bankedSeconds: 1800,
          runningSinceMs: null,
        }),
      },
    };

    it('resumes it on Ctrl+Enter, and says so beforehand', async () => {
      const { page, press, told } = await openQuickAdd(preview, paused);
      const chip = page.getByRole('button', { name: /^Continue Studio admin/ });
      expect(await chip.innerText()).toContain('resumes the timer');
      await press('Control+Enter');
      await page.getByText('Timer resumed').waitFor();
      expect(await told()).toEqual([{ name: 'timer.resume' }]);
    });

    it('says so where it was of another day, is logged, and a new one runs', async () => {
      const begunAtMs = QUICK_ADD_NOW_MS - 24 * 3_600_000;
      const timer = { ...paused.timer.timer, startedAtMs: begunAtMs };
      const overnight = { ...paused, timer: { ...paused.timer, timer } };
      const { page, press, told, answerNext } = await openQuickAdd(preview, overnight);
      const chip = page.getByRole('button', { name: /^Continue Studio admin/ });
      expect(await chip.innerText()).toContain('starts a timer');
      await answerNext('timer.resume', { ok: true, value: { isNew: true } });
      await press('Control+Enter');
      await page.getByText('Timer started, the paused one logged').waitFor();
      expect(await told()).toEqual([{ name: 'timer.resume' }]);
    });

    it('resumes it also for a line that names that work', async () => {
      const { page, type, press, told } = await openQuickAdd(preview, paused);
      await type('studio admin meetings');
      await press('Control+Enter');
      await page.getByText('Timer resumed').waitFor();
      expect(await told()).toEqual([{ name: 'timer.resume' }]);
    });

    it.each([
      ['another note', 'studio admin meetings budget'],
      ['a start of its own', 'studio admin meetings since 3pm'],
    ])('starts one of its own for a line with %s', async (_, text) => {
      const { page, type, press, told } = await openQuickAdd(preview, paused);
      await type(text);
      await press('Control+Enter');
      await page.getByText('Timer started').waitFor();
      expect(await told()).toMatchObject([{ name: 'timer.start', input: { projectId: 14 } }]);
    });
  });

  it('starts nothing while the timer of the last entry’s work runs', async () => {
    const timer = runningTimer(QUICK_ADD_NOW_MS - 3_600_000, {
      projectId: 14 as ProjectId,
      serviceId: 23 as ServiceId,
    });
    const running = { ...samples.full, timer: { ...samples.full.timer, timer } };
    const { page, press, told } = await openQuickAdd(preview, running);
    await page.getByRole('button', { name: /^Continue Studio admin/ }).waitFor();
    await press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'runs already' }).waitFor();
    expect(await told()).toEqual([]);
  });

  it('saves nothing', async () => {
    const { press, told } = await openQuickAdd(preview);
    await press('Enter', 'Shift+Enter');
    expect(await told()).toEqual([]);
  });
});

describe('favourites', () => {
  const pin = { businessId: 101, ...API_WORK };

  it('are pinned with Ctrl+P', async () => {
    const { press, told } = await openQuickAdd(preview);
    await press('ArrowDown', 'ArrowDown', 'Control+p');
    expect(await told()).toEqual([{ name: 'settings.change', input: { pins: [pin] } }]);
  });

  it('are pinned by the mouse too, which takes nothing', async () => {
    const { page, line, told } = await openQuickAdd(preview);
    const row = page.getByRole('option', { name: /API rebuild/ });
    await row.hover();
    await row.getByTitle('Pin').click();
    expect(await told()).toEqual([{ name: 'settings.change', input: { pins: [pin] } }]);
    expect(await line.inputValue()).toBe('');
  });

  it('are on top, and taken out with the same keys', async () => {
    const { settings } = samples.full;
    const { page, press, told } = await openQuickAdd(preview, {
      ...samples.full,
      settings: { ...settings, values: { ...settings.values, pins: [pin] } },
    });
    const rows = await page.getByRole('option').allInnerTexts();
    expect(rows[0]).toMatch(/API rebuild[\s\S]*pinned/);
    expect(rows.filter((row) => row.includes('API rebuild'))).toHaveLength(1);
    await press('ArrowDown', 'Control+p');
    expect(await told()).toEqual([{ name: 'settings.change', input: { pins: [] } }]);
  });
});

describe('what is unclear', () => {
  it('is marked and asked, and nothing is saved before it is answered', async () => {
    const { page, line, type, press, told } = await openQuickAdd(preview);
    await type('acme 1h 2h kick-off');
    await page.locator('.question').filter({ hasText: 'do not go together' }).waitFor();
    expect(await page.locator('.mark[data-unclear]').allTextContents()).toEqual(['1h', ' ', '2h']);
    expect(await page.locator('.chip[data-unclear]').innerText()).toContain('time');
    // The first Enter asks, the second one answers, and only the third one saves.
    await press('Enter');
    expect(await page.getByRole('option', { selected: true }).innerText()).toBe('1h');
    await press('Enter');
    expect(await line.inputValue()).toBe('acme 1h kick-off');
    expect(await told()).toEqual([]);
    await press('Enter');
    await expect.poll(told).toMatchObject([{ input: { clientId: 2, durationSeconds: 3600 } }]);
  });

  it('is answered by the mouse as well', async () => {
    const { page, line, type } = await openQuickAdd(preview);
    await type('acme 1h tomorrow');
    await page.getByRole('option', { name: '2026-11-13' }).click();
    expect((await line.inputValue()).trim()).toBe('acme 1h 2026-11-13');
    await page.locator('.question').waitFor({ state: 'detached' });
  });
});

describe('Enter', () => {
  it('asks for a length instead of saving, and the timer needs none', async () => {
    const { page, type, press, told } = await openQuickAdd(preview);
    await type('acme api kick-off');
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: 'How long?' }).waitFor();
    expect(await told()).toEqual([]);
    await press('Control+Enter');
    await expect
      .poll(told)
      .toEqual([
        { name: 'timer.start', input: { ...API_WORK, note: 'kick-off', startedAtMs: null } },
      ]);
  });

  it('with Ctrl does not start a timer on what has a length', async () => {
    const { page, line, type, press, told } = await openQuickAdd(preview);
    await type(LINE);
    await press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'Enter logs it' }).waitFor();
    expect(await told()).toEqual([]);
    expect(await line.inputValue()).toBe(LINE);
  });

  it('with Shift keeps the project for the next line', async () => {
    const { line, type, press, told } = await openQuickAdd(preview);
    await type(LINE);
    await press('Shift+Enter');
    await expect.poll(told).toEqual([ENTRY]);
    expect(await line.inputValue()).toBe('acme api ');
    await type('20m more');
    await press('Enter');
    await expect
      .poll(told)
      .toMatchObject([ENTRY, { input: { ...API_WORK, durationSeconds: 1200, note: 'more' } }]);
  });

  it('pressed twice in one breath logs once', async () => {
    const { page, type, told } = await openQuickAdd(preview);
    await type(LINE);
    await page.evaluate(`for (const each of [1, 2, 3]) {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
        key: 'Enter', code: 'Enter', bubbles: true, cancelable: true,
      }));
    }`);
    await page.getByText('Saved').waitFor();
    expect(await told()).toEqual([ENTRY]);
  });

  it('leaves room for the next line while the last one is being stored', async () => {
    const { page, line, type, press, told, holdNext, release } = await openQuickAdd(preview);
    await holdNext('time.log');
    await type(LINE);
    await press('Enter');
    await page.getByText('Saving…').waitFor();
    await type('20m the next one');
    await release('time.log', STORED);
    await press('Enter');
    await expect.poll(async () => (await told()).length).toBe(2);
    expect(await line.inputValue()).toBe('');
  });
});

describe('a line that could not be stored', () => {
  it('is back where it was, with the reason', async () => {
    const { page, line, type, press, answerNext, told } = await openQuickAdd(preview);
    await answerNext('time.log', FULL_DISK);
    await type(LINE);
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await line.inputValue()).toBe(LINE);
    await press('Enter');
    await page.getByText('Saved').waitFor();
    expect(await told()).toEqual([ENTRY, ENTRY]);
  });

  it('does not overwrite what was typed meanwhile, and is one press away', async () => {
    const { page, line, type, press, holdNext, release } = await openQuickAdd(preview);
    await holdNext('time.log');
    await type(LINE);
    await press('Enter');
    await type('20m');
    await release('time.log', FULL_DISK);
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await line.inputValue()).toBe('20m');
    await page.getByRole('button', { name: `Put “${LINE}” back` }).click();
    expect(await line.inputValue()).toBe(`${LINE} 20m`);
  });

  it('is told field by field where the entry itself was refused', async () => {
    const { page, line, type, press, answerNext } = await openQuickAdd(preview);
    await answerNext('time.log', {
      ok: false,
      error: { code: 'rejected', fields: { project: 'is not among the active projects' } },
    });
    await type(LINE);
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: 'not among the active projects' }).waitFor();
    expect(await line.inputValue()).toBe(LINE);
  });

  it('is a note that is too long, too: it is told, not cut', async () => {
    const { page, line, press, told } = await openQuickAdd(preview);
    await line.fill(`10m ${'x'.repeat(2600)}`);
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: 'this one has 2600' }).waitFor();
    expect(await told()).toEqual([]);
    expect((await line.inputValue()).length).toBe(2604);
  });
});

describe('taking back', () => {
  function undoUntil(untilMs: number) {
    const undo = { id: 'act-1', what: 'added', key: 'entry-1' as EntryKey, untilMs } as const;
    return { outbox: { ...samples.full.outbox, undo } };
  }

  async function logged(untilMs: number) {
    const opened = await openQuickAdd(preview);
    await opened.type(LINE);
    await opened.press('Enter');
    await opened.page.getByText('Saved').waitFor();
    await opened.emit({ name: 'snapshot.changed', slices: undoUntil(untilMs) });
    return opened;
  }

  it('is Ctrl+Z in the empty line, and the line comes back to be mended', async () => {
    const { page, line, press, told } = await logged(QUICK_ADD_NOW_MS + 10_000);
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await press('Control+z');
    await page.getByText('Taken back').waitFor();
    expect((await told()).at(-1)).toEqual({ name: 'time.undo', input: { id: 'act-1' } });
    expect(await line.inputValue()).toBe(LINE);
  });

  it('is a button too', async () => {
    const { page, told } = await logged(QUICK_ADD_NOW_MS + 10_000);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back').waitFor();
    expect((await told()).at(-1)).toEqual({ name: 'time.undo', input: { id: 'act-1' } });
  });

  it('is over with the time for it', async () => {
    const { page, press, told } = await logged(QUICK_ADD_NOW_MS - 1);
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await press('Control+z');
    expect((await told()).map(({ name }) => name)).toEqual(['time.log']);
  });

  it('is what the browser does with typing, once something is typed', async () => {
    const { type, press, told } = await logged(QUICK_ADD_NOW_MS + 10_000);
    await type('acme');
    await press('Control+z');
    expect((await told()).map(({ name }) => name)).toEqual(['time.log']);
  });
});

describe('what a person should know before typing', () => {
  it.each([
    ['neverRead', 'have not been read yet'],
    ['loading', 'are being read'],
    ['timeOff', 'is off'],
    ['offline', 'is kept here and sent once you’re back online'],
  ] as const)('is said where the state is %s, on the same bones', async (state, words) => {
    const { page, line, type, press, told } = await openQuickAdd(preview, samples[state]);
    await page.locator('.remark').filter({ hasText: words }).waitFor();
    await type('1h standup');
    await press('Enter');
    await expect.poll(told).toMatchObject([{ input: { durationSeconds: 3600 } }]);
    expect(await line.inputValue()).toBe('');
  });

  it('moves nothing: each part stays where it is, whatever is typed', async () => {
    const { page, line } = await openQuickAdd(preview);
    const places = () =>
      page.locator('.line, .understood, .offered, .line-foot').evaluateAll((parts) =>
        parts.map((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return [top, bottom];
        }),
      );
    const before = await places();
    for (const text of ['a', 'acme api', LINE, '2', `1h ${'word '.repeat(60)}`]) {
      await line.fill(text);
      expect(await places(), text).toEqual(before);
    }
    expect(before.at(-1)?.[1]).toBe(372);
  });
});

describe('out of sight', () => {
  it('is what the page rests on, with the cursor in the line', async () => {
    const { page } = await preview.open({ snapshot: samples.full, hidden: true });
    await page.locator('.quick-bar .line-input:focus').waitFor();
    expect(await page.getByRole('list', { name: 'Unpaid invoices' }).count()).toBe(0);
  });

  it('has nothing left to draw when the shortcut is pressed', async () => {
    const { page, line, emit } = await openQuickAdd(preview);
    await emit({ name: 'surface.hidden' });
    await page.locator('.line-input:focus').waitFor();
    await page.evaluate(`window.fieldAtRest = document.activeElement`);
    await emit({ name: 'surface.shown', surface: 'log-time' });
    await page.keyboard.type('25m');
    expect(await line.inputValue()).toBe('25m');
    expect(await page.evaluate(`window.fieldAtRest === document.activeElement`)).toBe(true);
  });

  it('is shown to whoever was quicker than the first answer', async () => {
    const opened = await preview.open({ snapshot: samples.full, hidden: true, neverAnswers: true });
    await opened.emit({ name: 'surface.shown', surface: 'log-time' });
    await opened.release('snapshot.read', { ok: true, value: samples.full });
    await opened.page.locator('.quick-bar .line-input:focus').waitFor();
  });

  it('keeps the draft that Escape hid, also for the popover', async () => {
    const { page, line, type, press, emit, told } = await openQuickAdd(preview);
    await type('1h15 half done');
    await press('Escape');
    expect((await told()).map(({ name }) => name)).toEqual(['window.hide']);
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    expect(await line.inputValue()).toBe('1h15 half done');
    await emit({ name: 'surface.shown', surface: 'log-time' });
    await page.locator('.quick-bar .line-input:focus').waitFor();
    expect(await line.inputValue()).toBe('1h15 half done');
  });

  it('has forgotten what it said about the last entry', async () => {
    const { page, type, press, emit } = await openQuickAdd(preview);
    await type('25m');
    await press('Enter');
    await page.getByText('Saved').waitFor();
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'log-time' });
    await page.getByText('Saved').waitFor({ state: 'detached' });
  });

  it('still says why a line was not stored to whoever left meanwhile', async () => {
    const { page, line, type, press, emit, holdNext, release } = await openQuickAdd(preview);
    await holdNext('time.log');
    await type(LINE);
    await press('Enter');
    await emit({ name: 'surface.hidden' });
    await release('time.log', FULL_DISK);
    await emit({ name: 'surface.shown', surface: 'log-time' });
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await line.inputValue()).toBe(LINE);
  });
});
