import { describe, expect, it } from 'vitest';
import {
  entryDetails,
  entryStateWords,
  entryTitle,
} from '../../../../renderer/today/entry-words.ts';
import type { Catalog } from '../../../../shared/books.ts';
import type { Day } from '../../../../shared/day.ts';
import type { ClientId, EntryKey, ProjectId, ServiceId } from '../../../../shared/ids.ts';
import type { EntryState, LoggedEntry } from '../../../../shared/snapshot.ts';

const CATALOG: Catalog = {
  clients: [{ id: 1 as ClientId, name: 'Acme Labs' }],
  projects: [
    { id: 2 as ProjectId, title: 'API rebuild', clientId: null, internal: false, serviceIds: [] },
  ],
  services: [{ id: 3 as ServiceId, name: 'Development', billable: true }],
};

function entry(part: Partial<LoggedEntry>): LoggedEntry {
  return {
    key: 'a' as EntryKey,
    id: null,
    timeZone: 'America/Toronto',
    day: '2026-11-12' as Day,
    startedAtMs: 0,
    durationSeconds: 60,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: true,
    note: '',
    state: 'saved',
    billed: false,
    pending: null,
    theirs: null,
    refusal: null,
    ...part,
  };
}

describe('a logged entry', () => {
  it.each([
    [{ projectId: 2 as ProjectId, clientId: 1 as ClientId }, 'API rebuild'],
    [{ clientId: 1 as ClientId }, 'Acme Labs'],
    [{ projectId: 8 as ProjectId }, 'Archived project'],
    [{ clientId: 8 as ClientId }, 'Archived client'],
    [{}, 'No project'],
  ])('%j is called “%s”', (part, title) => {
    expect(entryTitle(entry(part), CATALOG, true)).toBe(title);
  });

  it('is not called archived before the catalog was read', () => {
    const none = { clients: [], projects: [], services: [] };
    expect(entryTitle(entry({ projectId: 2 as ProjectId }), none, false)).toBe('A project');
    expect(entryTitle(entry({ clientId: 1 as ClientId }), none, false)).toBe('A client');
  });

  it('tells its service and note, where it has them', () => {
    const both = entry({ serviceId: 3 as ServiceId, note: ' fixed login ' });
    expect(entryDetails(both, CATALOG)).toEqual(['Development', 'fixed login']);
    expect(entryDetails(entry({ serviceId: 9 as ServiceId }), CATALOG)).toEqual([]);
  });

  it.each<[EntryState, string | null]>([
    ['saved', null],
    ['waiting', 'waiting to send'],
    ['sending', 'sending'],
    ['unsure', 'unsure – checking'],
    ['refused', 'refused: no reason was given'],
    ['conflict', 'changed elsewhere'],
  ])('that is %s says %j', (state, words) => {
    expect(entryStateWords(entry({ state }))).toBe(words);
  });

  it.each<[Partial<LoggedEntry>, string]>([
    [{ state: 'saved', billed: true }, 'billed'],
    [{ state: 'waiting', pending: 'change' }, 'change waiting to send'],
    [{ state: 'sending', pending: 'delete' }, 'deleting'],
    [{ state: 'conflict', theirs: 'deleted' }, 'deleted elsewhere'],
    [{ state: 'refused', pending: 'change' }, 'change refused: no reason was given'],
    [{ state: 'refused', pending: 'delete' }, 'deletion refused: no reason was given'],
  ])('in %j says %j', (part, words) => {
    expect(entryStateWords(entry(part))).toBe(words);
  });

  it('says why it was refused without field codes', () => {
    const refusal = { project_id: 'is archived', __root__: 'the week is locked' };
    expect(entryStateWords(entry({ state: 'refused', refusal }))).toBe(
      'refused: project – is archived; the week is locked',
    );
  });
});
