// What is off without a scope, as a sentence of its own.
import { featureOff } from '../../shared/features.ts';

/** @param scope as FreshBooks spells it; null when it did not say which one is missing */
export function featureOffWords(scope: string | null): string {
  return `${featureOff(scope) ?? 'Something Traybooks would show is off'}.`;
}
