// Resolves the draft's keys against the catalog, so that a project archived meanwhile is simply
// no longer chosen, and lets one choice settle the next.
import { useMemo } from 'react';
import { useSlice } from '../snapshot/use-snapshot.ts';
import {
  onlyService,
  type ServiceChoice,
  serviceChoices,
  type WorkChoice,
  workChoices,
} from './choices.ts';
import type { Draft } from './draft.ts';

export function useDraftChoices(draft: Draft, onChange: (draft: Draft) => void) {
  const catalog = useSlice('catalog');
  const works = useMemo(() => workChoices(catalog), [catalog]);
  const work = works.find(({ key }) => key === draft.workKey) ?? null;
  const services = useMemo(() => serviceChoices(catalog.services, work), [catalog, work]);
  const service = services.find(({ key }) => key === draft.serviceKey) ?? null;

  function chooseWork(choice: WorkChoice | null): void {
    const allowed = serviceChoices(catalog.services, choice);
    const kept = allowed.some(({ key }) => key === draft.serviceKey) ? draft.serviceKey : null;
    const only = onlyService(catalog.services, choice);
    onChange({ ...draft, workKey: choice?.key ?? null, serviceKey: only?.key ?? kept });
  }

  function chooseService(choice: ServiceChoice | null): void {
    onChange({ ...draft, serviceKey: choice?.key ?? null });
  }

  return { works, work, services, service, chooseWork, chooseService };
}
