// Where a login's books are.
import type { ConnectionSource } from '../../shared/snapshot.ts';

export function sourceWords(source: ConnectionSource): string {
  return source === 'sandbox' ? 'sample data' : 'FreshBooks';
}
