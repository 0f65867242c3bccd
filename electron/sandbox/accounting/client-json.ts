/**
 * A client as the wire has it (freshbooks-api.md §3.6).
 */
import type { ClientRecord } from '../state/sample-books.ts';
import { accountingUtcText } from '../wall-time.ts';

export function clientJson(client: ClientRecord): object {
  return {
    id: client.id,
    userid: client.id,
    accounting_systemid: client.accountId,
    uuid: `7be0c6a4-31d2-4f5e-8a90-${client.id.toString(16).padStart(12, '0')}`,
    organization: client.organization,
    fname: client.firstName,
    lname: client.lastName,
    email: client.email,
    username: `client${client.id}`,
    role: 'client',
    currency_code: client.currencyCode,
    language: 'en',
    note: null,
    bus_phone: '',
    home_phone: null,
    mob_phone: '',
    fax: '',
    ...address('p', client.city),
    ...address('s', ''),
    company_industry: null,
    company_size: null,
    vat_name: null,
    vat_number: null,
    allow_late_fees: true,
    allow_late_notifications: true,
    allow_email_include_pdf: false,
    pref_email: true,
    pref_gmail: false,
    notified: false,
    level: 0,
    num_logins: 0,
    last_activity: null,
    last_login: null,
    has_retainer: null,
    retainer_id: null,
    direct_link_token: null,
    statement_token: null,
    subdomain: null,
    signup_date: accountingUtcText(client.signedUpAtMs),
    updated: client.updated,
    vis_state: client.visState,
  };
}

/** @param kind `p` for the first address, `s` for the shipping one */
function address(kind: 'p' | 's', city: string): object {
  return {
    [`${kind}_street`]: '',
    [`${kind}_street2`]: '',
    [`${kind}_city`]: city,
    [`${kind}_province`]: '',
    [`${kind}_code`]: '',
    [`${kind}_country`]: '',
  };
}
