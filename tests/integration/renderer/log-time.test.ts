// The log-time form, by the keyboard alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleSnapshots } from '../../support/renderer-preview/sample-snapshots.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

async function open() {
  const opened = await preview.open({ snapshot: samples.full, height: 480 });
  const { page, sent } = opened;
  await opened.emit({ name: 'surface.shown', surface: 'log-time' });
  const field = (name: string) =>
    page.getByRole(name.startsWith('Pro') || name === 'Service' ? 'combobox' : 'textbox', { name });
  await expect.poll(() => page.evaluate('document.activeElement.placeholder')).toBe('1h30');
  return {
    ...opened,
    field,
    logged: async () => (await sent()).filter(({ name }) => name === 'time.log'),
  };
}

describe('text that stands for nothing', () => {
  it('stays where it was typed and is asked about, instead of logging to no project', async () => {
    const { page, field, logged } = await open();
    await page.keyboard.type('10m');
    await field('Project or client').focus();
    await page.keyboard.type('zzz');
    await page.getByText('Nothing matches “zzz”.').waitFor();
    await page.keyboard.press('Tab');
    expect(await field('Project or client').inputValue()).toBe('zzz');
    await field('Note').press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Nothing matches “zzz”' }).waitFor();
    expect(await logged()).toEqual([]);

    await field('Project or client').fill('');
    await page.keyboard.press('Tab');
    await field('Note').press('Enter');
    await expect.poll(async () => (await logged()).length).toBe(1);
  });

  it('takes the place of the project chosen before, and is asked about as well', async () => {
    const { page, field, logged } = await open();
    await page.keyboard.type('10m');
    await field('Project or client').focus();
    await page.keyboard.type('acme ap');
    await page.keyboard.press('Tab');
    await field('Project or client').fill('qqq');
    await page.getByText('Nothing matches “qqq”.').waitFor();
    await page.keyboard.press('Tab');
    await field('Note').press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Nothing matches “qqq”' }).waitFor();
    expect(await logged()).toEqual([]);
  });

  it('is a note that is too long, too: it is told, not cut', async () => {
    const { page, field, logged } = await open();
    await page.keyboard.type('10m');
    await field('Note').fill('x'.repeat(2600));
    await field('Note').press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: '2000 characters at most, this one 2600' })
      .waitFor();
    expect(await logged()).toEqual([]);
    expect((await field('Note').inputValue()).length).toBe(2600);
  });
});

const SAVED = { ok: true, value: { key: 'entry-1' } } as const;

describe('logging time', () => {
  it('needs nothing but the keyboard, from the shortcut to the next empty form', async () => {
    const { page, field, logged } = await open();
    await page.keyboard.type('1h30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('acme ap');
    await page.getByRole('option', { name: /API rebuild/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await field('Project or client').inputValue()).toBe('API rebuild – Acme Labs');
    expect(await field('Service').inputValue()).toBe('Development');
    await field('Note').focus();
    await page.keyboard.type('fixed login redirect');
    await page.keyboard.press('Enter');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await logged()).toEqual([
      {
        name: 'time.log',
        input: {
          durationSeconds: 5400,
          clientId: 2,
          projectId: 12,
          serviceId: 22,
          billable: null,
          startedAtMs: null,
          note: 'fixed login redirect',
          day: '2026-11-13',
        },
      },
    ]);
    for (const name of ['Duration', 'Project or client', 'Service', 'Note']) {
      expect(await field(name).inputValue()).toBe('');
    }
    expect(await page.evaluate('document.activeElement.placeholder')).toBe('1h30');
  });

  it('chooses the first match with Enter, and saves only with the next', async () => {
    const { page, field, logged } = await open();
    await page.keyboard.type('45m');
    await page.keyboard.press('Tab');
    await page.keyboard.type('brand');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    expect(await field('Project or client').inputValue()).toBe('Brand refresh – Harbour & Pine');
    expect(await logged()).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(logged).toHaveLength(1);
  });

  it('is English throughout, the widgets’ own words included, on a German desktop', async () => {
    const { page, emit } = await preview.open({ snapshot: samples.full, locale: 'de-DE' });
    await emit({ name: 'surface.shown', surface: 'log-time' });
    const work = page.getByRole('combobox', { name: 'Project or client' });
    await work.fill('acme');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await work.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    const announced = page.locator('[data-live-announcer]');
    await expect.poll(() => announced.textContent()).toMatch(/\d options? available/);
  });

  it('chooses with the mouse or the arrow keys too', async () => {
    const { page, field } = await open();
    await field('Project or client').fill('acme');
    await page.getByRole('option', { name: /client/ }).click();
    expect(await field('Project or client').inputValue()).toBe('Acme Labs – client');
    await field('Service').fill('de');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field('Service').inputValue()).toBe('Development');
  });

  it('logs for another day, chosen by typing its name', async () => {
    const { page, logged } = await open();
    await page.keyboard.type('2');
    await page.getByRole('button', { name: 'Day' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('yest');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Duration' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(logged).toHaveLength(1);
    expect((await logged())[0]?.input).toMatchObject({ durationSeconds: 7200, day: '2026-11-12' });
  });

  it('tells what today becomes before anything is saved', async () => {
    const { page } = await open();
    await page.keyboard.type('90m');
    await page.getByText('6 h 05 m').waitFor();
  });

  it('refuses what is no duration and says what one looks like', async () => {
    const { page, logged } = await open();
    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('such as 1h30');
    expect(await logged()).toEqual([]);
  });

  it('shows a refusal at its field and keeps what was entered', async () => {
    const { page, field, answerNext } = await open();
    await answerNext('time.log', {
      ok: false,
      error: { code: 'rejected', fields: { project_id: 'is archived' } },
    });
    await page.keyboard.type('1h');
    await field('Note').fill('kick-off');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('is archived');
    expect(await field('Duration').inputValue()).toBe('1h');
    expect(await field('Note').inputValue()).toBe('kick-off');
  });

  it('sends once for two presses of Enter in one breath, and says that it is saving', async () => {
    const { page, logged, holdNext, release } = await open();
    await holdNext('time.log');
    await page.keyboard.type('25m');
    await page.evaluate(
      `for (const each of [1, 2]) document.querySelector('form').requestSubmit()`,
    );
    await page.getByRole('status', { name: 'Saving' }).getByText('Saving…').waitFor();
    await release('time.log', SAVED);
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await logged()).toHaveLength(1);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('does not send again what was taken a moment before the form is cleared', async () => {
    const { page, logged } = await open();
    await page.keyboard.type('25m');
    // Between the answer and the next drawing the form still holds the entry.
    await page.evaluate(`
      const form = document.querySelector('form');
      form.requestSubmit();
      (async () => {
        for (let turn = 0; turn < 20; turn += 1) {
          await null;
          form.requestSubmit();
        }
      })();
    `);
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await logged()).toHaveLength(1);
  });

  it('is still saving after one leaves and comes back, and sends nothing twice', async () => {
    const { page, field, logged, emit, holdNext, release } = await open();
    await holdNext('time.log');
    await page.keyboard.type('25m');
    await page.keyboard.press('Enter');
    await emit({ name: 'surface.shown', surface: 'popover' });
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    await emit({ name: 'surface.shown', surface: 'log-time' });
    await page.getByRole('status', { name: 'Saving' }).getByText('Saving…').waitFor();
    await field('Duration').press('Enter');
    const save = page.getByRole('button', { name: 'Save entry' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await release('time.log', SAVED);
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await logged()).toHaveLength(1);
    expect(await field('Duration').inputValue()).toBe('');
  });

  it('says why an entry was refused to whoever left the form meanwhile', async () => {
    const { page, field, emit, holdNext, release } = await open();
    await holdNext('time.log');
    await page.keyboard.type('25m');
    await page.keyboard.press('Enter');
    await emit({ name: 'surface.shown', surface: 'popover' });
    await release('time.log', {
      ok: false,
      error: { code: 'rejected', fields: { duration: 'is too short here' } },
    });
    await emit({ name: 'surface.shown', surface: 'log-time' });
    expect(await page.getByRole('alert').innerText()).toBe('is too short here');
    expect(await field('Duration').inputValue()).toBe('25m');
  });

  it('keeps what is typed while the last entry is being saved', async () => {
    const { page, field, logged, holdNext, release } = await open();
    await holdNext('time.log');
    await page.keyboard.type('25m');
    await page.keyboard.press('Enter');
    await field('Note').fill('the next one');
    await release('time.log', SAVED);
    await page.getByText('Saved (without your last changes)').waitFor();
    expect(await field('Note').inputValue()).toBe('the next one');
    expect(await field('Duration').inputValue()).toBe('25m');
    await field('Note').press('Enter');
    await expect.poll(logged).toHaveLength(2);
  });

  it('keeps the draft when Escape hides it', async () => {
    const { page, field, emit, sent } = await open();
    await page.keyboard.type('1h15');
    await field('Note').fill('half done');
    await page.keyboard.press('Escape');
    expect((await sent()).map(({ name }) => name)).toContain('window.hide');
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    await emit({ name: 'surface.shown', surface: 'log-time' });
    expect(await field('Duration').inputValue()).toBe('1h15');
    expect(await field('Note').inputValue()).toBe('half done');
  });

  describe('out of sight', () => {
    it('is what the page rests on, with the cursor in its first field', async () => {
      const { page } = await preview.open({ snapshot: samples.full, hidden: true });
      await page.locator('input.input-duration:focus').waitFor();
      expect(await page.getByRole('list', { name: 'Unpaid invoices' }).count()).toBe(0);
    });

    it('has nothing left to draw when the shortcut is pressed', async () => {
      const { page, field, emit } = await open();
      await emit({ name: 'surface.hidden' });
      await page.locator('input.input-duration:focus').waitFor();
      await page.evaluate(`window.fieldAtRest = document.activeElement`);
      await emit({ name: 'surface.shown', surface: 'log-time' });
      await page.keyboard.type('25m');
      expect(await field('Duration').inputValue()).toBe('25m');
      expect(await page.evaluate(`window.fieldAtRest === document.activeElement`)).toBe(true);
    });

    it('is shown to whoever was quicker than the first answer', async () => {
      const opened = await preview.open({
        snapshot: samples.full,
        hidden: true,
        neverAnswers: true,
      });
      await opened.emit({ name: 'surface.shown', surface: 'log-time' });
      await opened.release('snapshot.read', { ok: true, value: samples.full });
      await opened.page.locator('input.input-duration:focus').waitFor();
    });

    it('is not in the way of the popover', async () => {
      const { page, emit } = await open();
      await emit({ name: 'surface.hidden' });
      await emit({ name: 'surface.shown', surface: 'popover' });
      await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Duration' }).count()).toBe(0);
    });

    it('has forgotten what it said about the last entry', async () => {
      const { page, emit } = await open();
      await page.keyboard.type('25m');
      await page.keyboard.press('Enter');
      await page.getByText('Saved', { exact: true }).waitFor();
      await emit({ name: 'surface.hidden' });
      await emit({ name: 'surface.shown', surface: 'log-time' });
      await page.getByText('Saved', { exact: true }).waitFor({ state: 'detached' });
    });
  });
});
