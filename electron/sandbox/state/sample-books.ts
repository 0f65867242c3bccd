/**
 * The rows behind the API: one person, the businesses she belongs to, and what is in them. Kept
 * compact and without anything that can be worked out (an invoice's status changes by itself at
 * midnight), so two thousand invoices are a small file and a fast list.
 */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const accountingTime = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const minorUnits = z.number().int();
const visState = z.union([z.literal(0), z.literal(1), z.literal(2)]);

const identitySchema = z.object({
  id: z.number().int(),
  uuid: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  createdAtMs: z.number(),
});

const addressSchema = z.object({
  street: z.string(),
  city: z.string(),
  province: z.string(),
  country: z.string(),
  postalCode: z.string(),
});

const businessSchema = z.object({
  id: z.number().int(),
  /** Not the business id: mixing the two up is the classic mistake (freshbooks-api.md §2). */
  membershipId: z.number().int(),
  uuid: z.string(),
  name: z.string(),
  role: z.string(),
  accountId: z.string().nullable(),
  timeZone: z.string(),
  dateFormat: z.string(),
  firstDayOfWeek: z.number().int(),
  address: addressSchema.nullable(),
});

const clientSchema = z.object({
  id: z.number().int(),
  accountId: z.string(),
  organization: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  currencyCode: z.string(),
  city: z.string(),
  signedUpAtMs: z.number(),
  updated: accountingTime,
  visState,
});

const invoiceSchema = z.object({
  id: z.number().int(),
  accountId: z.string(),
  number: z.string(),
  clientId: z.number().int(),
  /** The client's name when the invoice was issued; the client may be called otherwise today. */
  organization: z.string(),
  currencyCode: z.string(),
  lines: z.array(
    z.object({ name: z.string(), description: z.string(), qty: z.string(), unitCost: minorUnits }),
  ),
  amount: minorUnits,
  paid: minorUnits,
  progress: z.enum(['draft', 'sent', 'viewed']),
  createDate: day,
  dueOffsetDays: z.number().int(),
  dueDate: day,
  datePaid: day.nullable(),
  createdAt: accountingTime,
  updated: accountingTime,
  visState,
});

const serviceSchema = z.object({
  id: z.number().int(),
  businessId: z.number().int(),
  name: z.string(),
  billable: z.boolean(),
  projectDefault: z.boolean(),
  rate: z.string().nullable(),
});

const projectSchema = z.object({
  id: z.number().int(),
  businessId: z.number().int(),
  title: z.string(),
  clientId: z.number().int().nullable(),
  internal: z.boolean(),
  active: z.boolean(),
  complete: z.boolean(),
  dueDate: day.nullable(),
  rate: z.string().nullable(),
  billingMethod: z.string(),
  // Members with a default came later: files from before are read as if they had it.
  projectType: z.string().default('hourly_rate'),
  fixedPrice: z.string().nullable().default(null),
  serviceIds: z.array(z.number().int()),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});

const timeEntrySchema = z.object({
  id: z.number().int(),
  businessId: z.number().int(),
  identityId: z.number().int(),
  /** False for a segment of a timer that runs or is paused. */
  isLogged: z.boolean().default(true),
  /** Kept once it is logged, so that no number is given twice. */
  timerId: z.number().int().nullable().default(null),
  /** Null on an open segment only. */
  durationSeconds: z.number().int().nullable(),
  startedAtMs: z.number(),
  localStartedAt: z.string().nullable(),
  localTimeZone: z.string().nullable(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  clientId: z.number().int().nullable(),
  projectId: z.number().int().nullable(),
  serviceId: z.number().int().nullable(),
  taskId: z.number().int().nullable(),
  retainerId: z.number().int().nullable(),
  pendingClient: z.string().nullable(),
  pendingProject: z.string().nullable(),
  pendingTask: z.string().nullable(),
  note: z.string().nullable(),
  active: z.boolean(),
  billable: z.boolean(),
  billed: z.boolean(),
  internal: z.boolean(),
});

const teamMemberRateSchema = z.object({
  businessId: z.number().int(),
  identityId: z.number().int(),
  rate: z.string(),
});

export const sampleBooksSchema = z.object({
  identity: identitySchema,
  businesses: z.array(businessSchema),
  clients: z.array(clientSchema),
  /** Oldest first. */
  invoices: z.array(invoiceSchema),
  services: z.array(serviceSchema),
  projects: z.array(projectSchema),
  timeEntries: z.array(timeEntrySchema),
  teamMemberRates: z.array(teamMemberRateSchema).default([]),
});

export type SampleBooks = z.infer<typeof sampleBooksSchema>;
export type IdentityRecord = z.infer<typeof identitySchema>;
export type BusinessRecord = z.infer<typeof businessSchema>;
export type ClientRecord = z.infer<typeof clientSchema>;
export type InvoiceRecord = z.infer<typeof invoiceSchema>;
export type ServiceRecord = z.infer<typeof serviceSchema>;
export type ProjectRecord = z.infer<typeof projectSchema>;
export type TimeEntryRecord = z.infer<typeof timeEntrySchema>;
