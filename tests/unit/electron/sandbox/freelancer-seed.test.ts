import { describe, expect, it } from 'vitest';
import { invoiceStatuses } from '../../../../electron/sandbox/accounting/invoice-status.ts';
import { freelancer } from '../../../../electron/sandbox/seed/freelancer.ts';
import { manyUnpaidInvoices } from '../../../../electron/sandbox/seed/many-unpaid-invoices.ts';
import { sampleBooksSchema } from '../../../../electron/sandbox/state/sample-books.ts';
import { dayInZone } from '../../../../electron/sandbox/wall-time.ts';
import { sandboxNoon } from '../../../support/sandbox-visitor.ts';

const today = '2026-11-23';
const books = freelancer(sandboxNoon);
const isUnpaid = (invoice: (typeof books.invoices)[number]) =>
  invoice.visState === 0 && invoice.progress !== 'draft' && invoice.amount > invoice.paid;

describe("the freelancer's books", () => {
  it('fit the schema of the state file', () => {
    expect(sampleBooksSchema.safeParse(books).error).toBeUndefined();
  });

  it('hold 140 invoices, eleven of them unpaid, in three currencies', () => {
    expect(books.invoices).toHaveLength(140);
    expect(books.invoices.filter(isUnpaid)).toHaveLength(11);
    expect(new Set(books.invoices.map((invoice) => invoice.currencyCode))).toEqual(
      new Set(['CAD', 'USD', 'EUR']),
    );
  });

  it('are owed 12,480.50 CAD, 3,200 USD and 890 EUR', () => {
    const owed: Record<string, number> = {};
    for (const { currencyCode, amount, paid } of books.invoices.filter(isUnpaid)) {
      owed[currencyCode] = (owed[currencyCode] ?? 0) + amount - paid;
    }
    expect(owed).toEqual({ CAD: 1_248_050, USD: 320_000, EUR: 89_000 });
  });

  it('keep the oldest debt off the first page of a hundred', () => {
    const newestFirst = [...books.invoices].reverse();
    const oldest = newestFirst.findIndex((invoice) => isUnpaid(invoice) && invoice.paid === 50_000);
    expect(oldest).toBeGreaterThanOrEqual(100);
  });

  it('show every recorded combination of statuses', () => {
    const seen = new Set(
      books.invoices.map((invoice) => {
        const { status, payment_status, v3_status } = invoiceStatuses(invoice, today);
        return `${status} ${payment_status} ${v3_status}`;
      }),
    );
    expect([...seen].sort()).toEqual([
      '1 unpaid draft',
      '2 partial overdue',
      '2 partial partial',
      '2 unpaid overdue',
      '2 unpaid sent',
      '3 unpaid overdue',
      '3 unpaid viewed',
      '4 paid paid',
    ]);
    expect(new Set(books.invoices.map((invoice) => invoice.visState))).toEqual(new Set([0, 1, 2]));
  });

  it('never date a payment or an issue in the future', () => {
    for (const invoice of books.invoices) {
      expect(invoice.createDate <= today).toBe(true);
      expect((invoice.datePaid ?? today) <= today).toBe(true);
    }
  });

  it('have two entries today once the morning is over, and none before', () => {
    const entriesToday = (nowMs: number) =>
      freelancer(nowMs).timeEntries.filter(
        (entry) => dayInZone(entry.startedAtMs, 'America/Toronto') === today,
      );
    expect(entriesToday(sandboxNoon)).toHaveLength(2);
    expect(entriesToday(Date.UTC(2026, 10, 23, 14, 0))).toHaveLength(0);
  });

  it('name only projects, clients and services that exist', () => {
    const projects = new Map(books.projects.map((project) => [project.id, project]));
    const services = new Set(books.services.map((service) => service.id));
    for (const entry of books.timeEntries) {
      const project = projects.get(entry.projectId ?? 0);
      expect(project?.businessId).toBe(entry.businessId);
      expect(project?.clientId).toBe(entry.clientId);
      if (entry.serviceId !== null) expect(services).toContain(entry.serviceId);
    }
  });

  it('can hold as many unpaid invoices as a benchmark asks for', () => {
    const many = manyUnpaidInvoices(2000)(sandboxNoon);
    expect(many.invoices.filter(isUnpaid)).toHaveLength(2000);
    expect(new Set(many.invoices.map((invoice) => invoice.id)).size).toBe(2000);
  });
});
