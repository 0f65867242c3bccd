import { describe, expect, it } from 'vitest';
import {
  isNoLineYet,
  isWorthCompleting,
  lineWith,
  numberedRow,
  offersFor,
  rowToComplete,
} from '../../../../renderer/quick-add/offers.ts';
import { pinnedWork } from '../../../../renderer/quick-add/pins.ts';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

/** Half past three in Toronto, on the samples' own day. */
const NOW_MS = Date.UTC(2026, 10, 13, 20, 30);
const { full } = sampleSnapshots(NOW_MS);
const context = contextOf(full, NOW_MS);
const PIN = { businessId: 101, clientId: 2, projectId: 12, serviceId: 22, billable: true };
const [business] = full.businesses.list;
if (!business) throw new Error('The samples have no business');
const pinned = pinnedWork([PIN], business.id, full.catalog);

function offered(text: string, pins = pinned) {
  const reading = readQuickAdd(text, context);
  return { reading, offers: offersFor(text, reading, context, pins) };
}

const titles = (text: string, pins = pinned) =>
  offered(text, pins).offers.map(({ title }) => title);

describe('an empty line', () => {
  it('offers favourites on top, and what was used last by number', () => {
    const { offers } = offered('');
    expect(offers.map((offer) => offer.kind === 'work' && [offer.number, offer.title])).toEqual([
      [null, 'Acme Labs · API rebuild · Development'],
      [1, 'Studio admin · Meetings'],
      [2, 'Harbour & Pine · Brand refresh · Design'],
      [3, 'Northgate Dental · Clinic website · Design'],
      [4, 'Northgate Dental · Clinic website'],
    ]);
  });

  it('offers the same while a lone digit stands for one of them', () => {
    expect(titles('2')).toEqual(titles(''));
    expect(numberedRow('2', offered('2', []).offers)).toBe(1);
    expect(numberedRow('2', offered('2').offers)).toBe(2);
  });

  it.each(['6', '0', '12', '1.', '2h', ' 2'])('takes %j for the beginning of a line', (text) => {
    expect(numberedRow(text, offered(text).offers)).toBeNull();
  });

  it('is left by taking one, the digit included, and Tab completes nothing', () => {
    const { offers } = offered('1', []);
    const [first] = offers;
    const line = first && lineWith('1', first, context);
    expect(line && readQuickAdd(line, context)).toMatchObject({ projectId: 14, serviceId: 23 });
    expect(line).not.toContain('1');
    expect(rowToComplete('1', offers, null, context)).toBeNull();
    expect(isNoLineYet('  ')).toBe(true);
  });
});

describe('a line', () => {
  it('is offered what its words may mean, favourites first', () => {
    expect(titles('acme 1h')[0]).toBe('Acme Labs · API rebuild · Development');
    expect(titles('acme 1h').length).toBeLessThanOrEqual(5);
  });

  it('is completed by the first, until it says just that', () => {
    const before = offered('acme 1h');
    expect(rowToComplete('acme 1h', before.offers, null, context)).toBe(0);
    expect(isWorthCompleting(before.reading, before.offers)).toBe(true);
    const [first] = before.offers;
    const line = first ? lineWith('acme 1h', first, context) : '';
    const after = offered(line);
    expect(after.reading).toMatchObject({ projectId: 12, durationSeconds: 3600 });
    expect(rowToComplete(line, after.offers, null, context)).toBeNull();
    expect(isWorthCompleting(after.reading, after.offers)).toBe(false);
  });

  it('that is unclear is offered the answers, and taking one settles it', () => {
    const { reading, offers } = offered('acme 1h 2h');
    expect(reading.unclear).toHaveLength(1);
    expect(offers.map(({ kind, title }) => [kind, title])).toEqual([
      ['answer', '1h'],
      ['answer', '2h'],
    ]);
    const [, second] = offers;
    const line = second ? lineWith('acme 1h 2h', second, context) : '';
    expect(readQuickAdd(line, context)).toMatchObject({ durationSeconds: 7200, unclear: [] });
  });
});
