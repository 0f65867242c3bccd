import { describe, expect, it } from 'vitest';
import { clientWords, unbilledWords } from '../../../../renderer/unbilled/unbilled-words.ts';
import type { ClientId } from '../../../../shared/ids.ts';
import { parseMoney } from '../../../../shared/money.ts';
import type { UnbilledClient } from '../../../../shared/snapshot.ts';

function client(part: Partial<UnbilledClient>): UnbilledClient {
  return {
    clientId: 1 as ClientId,
    clientName: 'Acme Labs',
    seconds: 3600,
    amount: null,
    unknownRateSeconds: 0,
    ...part,
  };
}

const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ');

describe('unbilled time', () => {
  it('is said by currency, never summed across', () => {
    const clients = [
      client({ amount: parseMoney('100.00', 'CAD') }),
      client({ amount: parseMoney('80.50', 'EUR') }),
      client({ amount: parseMoney('20.25', 'CAD') }),
    ];
    expect(plain(unbilledWords(clients))).toBe('CA$120.25 · €80.50');
  });

  it('without a rate is said by its hours, and is never zero', () => {
    const clients = [
      client({ amount: parseMoney('100.00', 'CAD'), unknownRateSeconds: 3600 }),
      client({ unknownRateSeconds: 5400 }),
    ];
    expect(plain(unbilledWords(clients))).toBe('CA$100.00 · 2 h 30 m, rate unknown');
    expect(clients.map((each) => plain(clientWords(each)))).toEqual([
      'CA$100.00 · 1 h, rate unknown',
      '1 h 30 m, rate unknown',
    ]);
  });

  it('is nothing to speak of where there is none', () => {
    expect(unbilledWords([])).toBeNull();
  });
});
