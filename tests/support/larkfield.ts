// Maya, her two businesses and what one of them works on, as FreshBooks would tell of them.
import type { Business, Catalog, Identity } from '../../shared/books.ts';
import type {
  AccountId,
  BusinessId,
  ClientId,
  IdentityId,
  ProjectId,
  ServiceId,
} from '../../shared/ids.ts';

export const LARKFIELD: Business = {
  id: 5120447 as BusinessId,
  accountId: 'q7RtZ2' as AccountId,
  name: 'Larkfield Studio',
  role: 'Owner',
  timeZone: 'America/Toronto',
  dateFormat: 'yyyy-mm-dd',
  firstDayOfWeek: 1,
  active: true,
};

/** Has no accounting. */
export const TERN: Business = {
  ...LARKFIELD,
  id: 6230019 as BusinessId,
  accountId: null,
  name: 'Tern & Co',
  role: 'Employee',
  timeZone: 'Europe/Berlin',
};

export const MAYA: Identity = {
  id: 880214 as IdentityId,
  name: 'Maya Okafor',
  email: 'maya@larkfield.example',
  businesses: [LARKFIELD, TERN],
};

export const CATALOG: Catalog = {
  clients: [{ id: 30411 as ClientId, name: 'Northgate Dental' }],
  projects: [
    {
      id: 7004518 as ProjectId,
      title: 'Clinic website',
      clientId: 30411 as ClientId,
      internal: false,
      serviceIds: [4810022 as ServiceId],
    },
    {
      id: 7004519 as ProjectId,
      title: 'Bookkeeping',
      clientId: null,
      internal: true,
      serviceIds: [],
    },
  ],
  services: [
    { id: 4810022 as ServiceId, name: 'Design', billable: true },
    { id: 4810023 as ServiceId, name: 'Admin', billable: false },
  ],
};
