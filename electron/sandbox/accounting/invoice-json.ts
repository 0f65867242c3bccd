/**
 * An invoice as the wire has it, every member of the recorded responses (freshbooks-api.md §3.2).
 */
import type { ClientRecord, InvoiceRecord } from '../state/sample-books.ts';
import { invoiceStatuses } from './invoice-status.ts';
import { money } from './money-text.ts';

export interface InvoiceView {
  /** The business's own day. */
  readonly today: string;
  readonly client: ClientRecord | undefined;
  readonly withLines: boolean;
}

export function invoiceJson(invoice: InvoiceRecord, view: InvoiceView): object {
  const { currencyCode: code } = invoice;
  const statuses = invoiceStatuses(invoice, view.today);
  return {
    id: invoice.id,
    invoiceid: invoice.id,
    accountid: invoice.accountId,
    accounting_systemid: invoice.accountId,
    invoice_number: invoice.number,
    customerid: invoice.clientId,
    ownerid: 1,
    sentid: 1,
    organization: invoice.organization,
    current_organization: view.client?.organization ?? '',
    fname: view.client?.firstName ?? '',
    lname: view.client?.lastName ?? '',
    amount: money(invoice.amount, code),
    outstanding: money(invoice.amount - invoice.paid, code),
    paid: money(invoice.paid, code),
    net_paid_amount: null,
    discount_total: money(0, code),
    discount_value: '0',
    discount_description: null,
    deposit_amount: null,
    deposit_percentage: null,
    deposit_status: 'none',
    currency_code: code,
    language: 'en',
    create_date: invoice.createDate,
    due_date: invoice.dueDate,
    due_offset_days: invoice.dueOffsetDays,
    date_paid: invoice.datePaid,
    fulfillment_date: invoice.createDate,
    generation_date: null,
    created_at: invoice.createdAt,
    updated: invoice.updated,
    version: `${invoice.updated}.480684`,
    ...statuses,
    dispute_status: null,
    last_order_status: null,
    auto_bill: false,
    autobill_status: null,
    description: invoice.lines[0]?.description ?? '',
    notes: '',
    terms: null,
    po_number: null,
    address: '',
    street: '',
    street2: '',
    city: view.client?.city ?? '',
    province: '',
    code: '',
    country: '',
    vat_name: null,
    vat_number: '',
    template: 'clean-grouped',
    show_attachments: false,
    gmail: false,
    return_uri: null,
    payment_details: '',
    parent: 0,
    estimateid: 0,
    basecampid: 0,
    ext_archive: 0,
    uuid: `2d8a1f36-7c1b-4a53-9d57-${invoice.id.toString(16).padStart(12, '0')}`,
    vis_state: invoice.visState,
    ...(view.withLines ? { lines: invoice.lines.map((_, index) => lineJson(invoice, index)) } : {}),
  };
}

function lineJson(invoice: InvoiceRecord, index: number): object {
  const line = invoice.lines[index];
  const unitCost = line?.unitCost ?? 0;
  return {
    lineid: index + 1,
    invoiceid: invoice.id,
    type: 0,
    name: line?.name ?? '',
    description: line?.description ?? '',
    qty: line?.qty ?? '1',
    unit_cost: money(unitCost, invoice.currencyCode),
    amount: money(unitCost * Number(line?.qty ?? '1'), invoice.currencyCode),
    taxName1: null,
    taxName2: null,
    taxAmount1: '0',
    taxAmount2: '0',
    taxNumber1: null,
    taxNumber2: null,
    compounded_tax: false,
    expenseid: 0,
    taskno: index + 1,
    basecampid: 0,
    date: null,
    retainer_id: null,
    retainer_period_id: null,
    modern_project_id: null,
    modern_time_entries: [],
    updated: invoice.updated,
  };
}
