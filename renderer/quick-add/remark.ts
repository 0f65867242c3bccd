// What a person should know before typing: why names are not found, or why nothing is sent now.
import type { CatalogSlice, SyncSlice, TimeSlice } from '../../shared/snapshot.ts';
import { featureOffWords } from '../parts/feature-words.ts';

/** @returns one or two sentences; null when everything is as it should be */
export function remarkFor(catalog: CatalogSlice, time: TimeSlice, sync: SyncSlice): string | null {
  if (time.error?.code === 'scope-missing') {
    return `${featureOffWords(time.error.scope)} See the settings for how to switch it on.`;
  }
  if (catalog.refreshedAtMs === null) {
    return catalog.loading
      ? 'Your clients and projects are being read.'
      : 'Your clients and projects have not been read yet: until then every name is part of the note.';
  }
  const [missing] = catalog.missing ?? [];
  if (missing) return `${featureOffWords(missing)} See the settings for how to switch it on.`;
  if (sync.error?.code === 'offline') {
    return 'FreshBooks can’t be reached. What you log is kept here and sent once you’re back online.';
  }
  return null;
}
