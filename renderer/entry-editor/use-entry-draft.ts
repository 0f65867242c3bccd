// The draft over an opened entry, and what there is to choose from, the entry's own work and
// service included where they are archived by now.
import { useMemo } from 'react';
import { englishLocale } from '../../shared/english-locale.ts';
import type { CatalogSlice, LoggedEntry } from '../../shared/snapshot.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { entryTitle } from '../today/entry-words.ts';
import { type ServiceChoice, serviceChoices, type WorkChoice, workChoices } from './choices.ts';
import { isInternal, settledBy } from './chosen-work.ts';
import { draftOf, type EntryDraft, workKeyOf } from './entry-draft.ts';
import type { OpenedEntry } from './use-editing.ts';

export function useEntryDraft(open: OpenedEntry, onChange: (draft: EntryDraft) => void) {
  const { entry } = open;
  const catalog = useSlice('catalog');
  const place = { timeZone: entry.timeZone, locale: englishLocale() };
  const draft = open.draft ?? draftOf(entry, place);
  const change = (part: Partial<EntryDraft>) => onChange({ ...draft, ...part });

  const works = useMemo(() => {
    const active = workChoices(catalog);
    const own = workKeyOf(entry);
    if (own === null || active.some(({ key }) => key === own)) return active;
    return [...active, archivedWork(entry, catalog)];
  }, [catalog, entry]);
  const work = works.find(({ key }) => key === draft.workKey) ?? null;
  const own = works.find(({ key }) => key === workKeyOf(entry)) ?? null;

  const services = useMemo(() => {
    const active = serviceChoices(catalog.services, work);
    const { serviceId } = entry;
    const isOwn = (choice: ServiceChoice) => choice.serviceId === serviceId;
    if (serviceId === null || active.some(isOwn)) return active;
    const known = catalog.services.find(({ id }) => id === serviceId);
    const name = known?.name ?? 'Archived service';
    return [...active, { key: `service:${serviceId}`, name, detail: '', serviceId }];
  }, [catalog, entry, work]);
  const service = services.find(({ key }) => key === draft.serviceKey) ?? null;

  function chooseWork(choice: WorkChoice | null): void {
    change(settledBy(draft, { own, from: work, to: choice }, catalog));
  }

  function chooseService(choice: ServiceChoice | null): void {
    const chosen = catalog.services.find(({ id }) => id === choice?.serviceId);
    change({
      serviceKey: choice?.key ?? null,
      ...(chosen ? { billable: chosen.billable } : {}),
    });
  }

  return {
    draft,
    place,
    change,
    choices: {
      works,
      work,
      services,
      service,
      isInternal: isInternal(work, catalog),
      chooseWork,
      chooseService,
    },
  };
}

/** What the catalog no longer has; an entry's own client, where it still does, tells which. */
function archivedWork(entry: LoggedEntry, catalog: CatalogSlice): WorkChoice {
  const { clientId, projectId } = entry;
  const isRead = catalog.refreshedAtMs !== null;
  const known = catalog.clients.find(({ id }) => id === clientId);
  return {
    key: workKeyOf(entry) ?? '',
    name: entryTitle(
      { projectId, clientId: projectId === null ? clientId : null },
      catalog,
      isRead,
    ),
    detail: projectId === null ? '' : (known?.name ?? ''),
    clientId,
    projectId,
    serviceIds: [],
  };
}
