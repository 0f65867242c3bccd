import { describe, expect, it } from 'vitest';
import { keptWork } from '../../../../renderer/quick-add/kept-work.ts';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

/** Half past three in Toronto, on the samples' own day. */
const NOW_MS = Date.UTC(2026, 10, 13, 20, 30);
const { full } = sampleSnapshots(NOW_MS);
const read = (text: string) => readQuickAdd(text, contextOf(full, NOW_MS));

describe('Shift+Enter', () => {
  it.each([
    ['acme api 1h30 fixed login', 'acme api '],
    ['9-10 @acme yest #dev !nb review', '@acme #dev !nb '],
    ['45m standup', ''],
  ])('of %j leaves %j', (text, left) => {
    const kept = keptWork(text, read(text).spans);
    expect(kept).toBe(left);
    const { clientId, projectId, serviceId, billable } = read(text);
    expect(read(kept)).toMatchObject({ clientId, projectId, serviceId, billable });
  });
});
