// What we read of a service, in its own list and inside a project (freshbooks-api.md §4, §5).
import { z } from 'zod';
import type { ServiceId } from '../../shared/ids.ts';
import { flag, idOf, pageOf, paging, text, wholeNumber } from './wire-values.ts';

export const serviceSchema = z.object({
  id: idOf<ServiceId>(),
  name: text,
  billable: flag,
  vis_state: wholeNumber.nullish(),
});

export type ServiceRow = z.output<typeof serviceSchema>;

export const servicePageSchema = z
  .object({ services: z.array(serviceSchema), meta: z.object(paging) })
  .transform(({ services, meta }) => pageOf(services, meta));
