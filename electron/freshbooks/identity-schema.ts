// What we read of `users/me` (freshbooks-api.md §2). Older and newer answers differ in many
// members, so nearly everything but the ids may be missing.
import { z } from 'zod';
import type { AccountId, BusinessId, IdentityId } from '../../shared/ids.ts';
import { idOf, text, timeZone, wholeNumber } from './wire-values.ts';

const businessSchema = z.object({
  /** The business id; the membership around it has another number. */
  id: idOf<BusinessId>(),
  name: text,
  account_id: z
    .string()
    .nullish()
    .transform((id) => (id ? (id as AccountId) : null)),
  date_format: text,
  first_day_of_week: wholeNumber.nullish(),
  timezone: timeZone,
  active: z.boolean().nullish(),
  status: text,
});

const membershipSchema = z.object({
  role: text,
  active: z.boolean().nullish(),
  business: businessSchema,
});

export type MembershipRow = z.output<typeof membershipSchema>;

export const identitySchema = z
  .object({
    response: z.object({
      id: idOf<IdentityId>(),
      first_name: text,
      last_name: text,
      email: text,
      business_memberships: z.array(membershipSchema),
      /** Account id → status. Looked into with care: of no use when it is something else. */
      subscription_statuses: z.unknown().optional(),
      business_statuses: z.unknown().optional(),
    }),
  })
  .transform(({ response }) => response);

export type IdentityRow = z.output<typeof identitySchema>;
