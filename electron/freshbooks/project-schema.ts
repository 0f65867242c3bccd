// What we read of a project (freshbooks-api.md §4).
import { z } from 'zod';
import type { ClientId, ProjectId } from '../../shared/ids.ts';
import { serviceSchema } from './service-schema.ts';
import { flag, idOf, pageOf, paging, text } from './wire-values.ts';

const projectSchema = z.object({
  id: idOf<ProjectId>(),
  title: text,
  client_id: idOf<ClientId>().nullish(),
  internal: flag,
  /** Missing means active. */
  active: z.boolean().nullish(),
  complete: flag,
  services: z.array(serviceSchema).nullish(),
});

export type ProjectRow = z.output<typeof projectSchema>;

export const projectPageSchema = z
  .object({ projects: z.array(projectSchema), meta: z.object(paging) })
  .transform(({ projects, meta }) => pageOf(projects, meta));
