import { describe, expect, it } from 'vitest';
import { formatReading } from '../../../../shared/quick-add/format-reading.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { CONTEXT } from '../../../support/quick-add-catalog.ts';
import { THEMES } from './phrases/all.ts';

describe('a reading as a line', () => {
  it.each([
    [
      'acme api 1.5h yest fixed login',
      'Acme API rebuild #Development 2026-11-11 1h30m fixed login',
    ],
    ['9-10:30 zenith', 'Zenith Interiors 09:00-10:30'],
    ['11pm-1am zenith', 'Zenith Interiors 2026-11-11 23:00-01:00'],
    ['started 20m ago zenith', 'Zenith Interiors 15:10-15:30'],
    ['@"Website" @northgate 45m !nb', 'Northgate Dental Website !nb 45m'],
    ['api #- 1h', 'Acme API rebuild #- 1h'],
    ['1h "design review"', '1h "design review"'],
    ['1h "2h workshop"', '1h "2h workshop"'],
    ['1h "say ""hi"""', '1h "say ""hi"""'],
    ['', ''],
  ])('of %j is %j', (line, expected) => {
    const written = formatReading(readQuickAdd(line, CONTEXT), CONTEXT);
    expect(written).toBe(expected);
  });

  it('reads back the same for every phrase there is', () => {
    for (const { context, phrases } of THEMES)
      for (const [line] of phrases) {
        const { spans: _, unclear: __, ...meant } = readQuickAdd(line, context);
        const again = formatReading(readQuickAdd(line, context), context);
        expect(readQuickAdd(again, context), `${line} → ${again}`).toMatchObject(meant);
      }
  }, 30_000);
});
