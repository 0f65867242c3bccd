// What we read of rates (freshbooks-api.md §4, §5). None names its currency: it is the client's.
import { z } from 'zod';
import type { IdentityId, ProjectId, ServiceId } from '../../shared/ids.ts';
import { idOf, pageOf, paging, rate, text } from './wire-values.ts';

const projectRateSchema = z.object({
  id: idOf<ProjectId>(),
  rate,
  billing_method: text,
  project_type: text,
});

export type ProjectRateRow = z.output<typeof projectRateSchema>;

export const projectRatePageSchema = z
  .object({ projects: z.array(projectRateSchema), meta: z.object(paging) })
  .transform(({ projects, meta }) => pageOf(projects, meta));

export const serviceRatesSchema = z
  .object({ service_rates: z.array(z.object({ service_id: idOf<ServiceId>(), rate })) })
  .transform(({ service_rates }) =>
    service_rates.flatMap(({ service_id, rate: told }) =>
      told === null ? [] : [{ id: service_id, rate: told }],
    ),
  );

export const teamMemberRatesSchema = z
  .object({ team_member_rates: z.array(z.object({ identity_id: idOf<IdentityId>(), rate })) })
  .transform(({ team_member_rates }) =>
    team_member_rates.flatMap(({ identity_id, rate: told }) =>
      told === null ? [] : [{ id: identity_id, rate: told }],
    ),
  );
