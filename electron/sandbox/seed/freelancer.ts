/**
 * The sandbox's usual books: Maya Okafor, who runs a studio and works a few hours a week for
 * another one.
 */
import { dayInZone } from '../wall-time.ts';
import { businesses, clients, maya } from './larkfield.ts';
import { larkfieldInvoices } from './larkfield-invoices.ts';
import type { SandboxSeed } from './sandbox-seed.ts';
import { weekOfTime } from './week-of-time.ts';
import { projects, services, teamMemberRates } from './work-catalog.ts';

export const freelancer: SandboxSeed = (nowMs) => ({
  identity: maya(nowMs),
  businesses: businesses.map((business) => ({ ...business })),
  clients: clients(nowMs),
  invoices: larkfieldInvoices(dayInZone(nowMs, 'America/Toronto')),
  services: services(),
  projects: projects(nowMs),
  timeEntries: weekOfTime(nowMs),
  teamMemberRates: teamMemberRates(),
});
