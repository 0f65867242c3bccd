// One built page and one browser for a whole test file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../chromium.ts';
import { openPreview, type PreviewOptions, type PreviewPage } from './preview-page.ts';
import { servePreview } from './preview-server.ts';

export interface PreviewBrowser {
  open(options: PreviewOptions): Promise<PreviewPage>;
  close(): Promise<void>;
}

export async function startPreviewBrowser(): Promise<PreviewBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-page-'));
  const preview = await servePreview(folder);
  const browser = await launchChromium();
  return {
    open: (options) => openPreview(browser, preview.url, options),
    async close() {
      await browser.close();
      await preview.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
