// The quick-add bar as the shortcut shows it, on the afternoon of the samples' own day.
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { PreviewBrowser } from './preview-browser.ts';
import type { PreviewOptions, PreviewPage } from './preview-page.ts';
import { sampleSnapshots } from './sample-snapshots.ts';

/** Half past three in Toronto. */
export const QUICK_ADD_NOW_MS = Date.UTC(2026, 10, 13, 20, 30);

export const quickAddSamples = sampleSnapshots(QUICK_ADD_NOW_MS);

type Sent = Awaited<ReturnType<PreviewPage['sent']>>;

export interface OpenedQuickAdd extends PreviewPage {
  readonly line: ReturnType<PreviewPage['page']['getByRole']>;
  type(text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** What was sent to log time, start a timer or the like, without what the page asks by itself. */
  told(): Promise<Sent>;
}

export async function openQuickAdd(
  preview: PreviewBrowser,
  snapshot: Snapshot = quickAddSamples.full,
  options: Partial<PreviewOptions> = {},
): Promise<OpenedQuickAdd> {
  const opened = await preview.open({
    snapshot,
    width: 600,
    height: 372,
    nowMs: QUICK_ADD_NOW_MS,
    ...options,
  });
  const { page, emit, sent } = opened;
  await emit({ name: 'surface.shown', surface: 'log-time' });
  const line = page.getByRole('combobox', { name: 'Log time' });
  await page.locator('.quick-bar .line-input:focus').waitFor();
  return {
    ...opened,
    line,
    type: (text) => page.keyboard.type(text),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    told: async () => (await sent()).filter(({ name }) => name !== 'snapshot.read'),
  };
}
