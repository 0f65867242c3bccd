// Answers shaped as FreshBooks' recorded ones (freshbooks-api.md §2 to §6), sample data inside.

type Members = Readonly<Record<string, unknown>>;

export function invoiceJson(changes: Members = {}): Members {
  return {
    id: 610225,
    invoiceid: 610225,
    accountid: 'q7RtZ2',
    invoice_number: '0000041',
    customerid: 30411,
    organization: 'Northgate Dental',
    current_organization: 'Northgate Dental Group',
    fname: 'Ines',
    lname: 'Varga',
    amount: { amount: '1240.50', code: 'CAD' },
    outstanding: { amount: '740.50', code: 'CAD' },
    paid: { amount: '500.00', code: 'CAD' },
    net_paid_amount: null,
    currency_code: 'CAD',
    create_date: '2026-08-01',
    due_date: '2026-08-31',
    date_paid: null,
    status: 2,
    display_status: 'sent',
    v3_status: 'overdue',
    payment_status: 'partial',
    dispute_status: null,
    vis_state: 0,
    ...changes,
  };
}

export function clientJson(changes: Members = {}): Members {
  return {
    id: 30411,
    userid: 30411,
    organization: 'Northgate Dental',
    fname: 'Ines',
    lname: 'Varga',
    email: 'ines@northgate.example',
    currency_code: 'CAD',
    vis_state: 0,
    ...changes,
  };
}

export function serviceJson(changes: Members = {}): Members {
  return {
    business_id: 5120447,
    id: 4810022,
    name: 'Design',
    billable: true,
    vis_state: 0,
    ...changes,
  };
}

export function projectJson(changes: Members = {}): Members {
  return {
    id: 7004518,
    title: 'Clinic website',
    client_id: 30411,
    internal: false,
    active: true,
    complete: false,
    budget: null,
    services: [serviceJson()],
    ...changes,
  };
}

export function timeEntryJson(changes: Members = {}): Members {
  return {
    id: 91200457,
    identity_id: 880214,
    is_logged: true,
    duration: 3600,
    started_at: '2026-09-02T13:00:00Z',
    created_at: '2026-09-02T14:01:12Z',
    local_started_at: '2026-09-02T09:00:00',
    local_timezone: 'America/Toronto',
    client_id: 30411,
    project_id: 7004518,
    service_id: 4810022,
    task_id: null,
    pending_client: null,
    pending_project: null,
    pending_task: null,
    note: 'Home page layout',
    active: true,
    billable: true,
    billed: false,
    internal: false,
    retainer_id: null,
    timer: null,
    ...changes,
  };
}

export function businessJson(changes: Members = {}): Members {
  return {
    id: 5120447,
    name: 'Larkfield Studio',
    account_id: 'q7RtZ2',
    date_format: 'yyyy-mm-dd',
    first_day_of_week: 1,
    timezone: 'America/Toronto',
    active: true,
    status: 'active',
    address: null,
    ...changes,
  };
}

export function identityJson(changes: Members = {}): Members {
  return {
    response: {
      id: 880214,
      first_name: 'Maya',
      last_name: 'Okafor',
      email: 'maya@larkfield.example',
      business_memberships: [{ id: 910330, role: 'owner', business: businessJson() }],
      subscription_statuses: { q7RtZ2: 'active' },
      business_statuses: { q7RtZ2: 'active' },
      ...changes,
    },
  };
}

/** A page of the accounting family. @param paging `page`, `pages`, `total` where they matter */
export function accountingPage(list: string, rows: readonly Members[], paging: Members = {}) {
  return { response: { result: { [list]: rows, ...counts(rows), ...paging } } };
}

/** A page of the projects, services and time tracking family. */
export function flatPage(list: string, rows: readonly Members[], paging: Members = {}) {
  return { [list]: rows, meta: { sort: [], ...counts(rows), ...paging } };
}

function counts(rows: readonly Members[]) {
  return { page: 1, pages: rows.length > 0 ? 1 : 0, per_page: 100, total: rows.length };
}
