/**
 * Larkfield Studio and the people it works for: who they are, before any of their numbers.
 */
import type { BusinessRecord, ClientRecord, IdentityRecord } from '../state/sample-books.ts';
import { accountingText } from '../wall-time.ts';

export const accountId = 'q7RtZ2';
export const larkfieldId = 5_120_447;
export const ternId = 6_230_019;
export const mayaId = 880_214;
/** Somebody else who logs time at Larkfield; seen only when the whole team is asked for. */
export const contractorId = 880_377;

export function maya(nowMs: number): IdentityRecord {
  return {
    id: mayaId,
    uuid: '0b8a7d52-6a1f-4e02-9a57-1f6f5b3f4c11',
    firstName: 'Maya',
    lastName: 'Okafor',
    email: 'maya@larkfield.example',
    createdAtMs: nowMs - 900 * 86_400_000,
  };
}

export const businesses: readonly BusinessRecord[] = [
  {
    id: larkfieldId,
    membershipId: 910_330,
    uuid: '6f4f2a3e-2d0b-4b59-8c4e-7f3f0a5d9b20',
    name: 'Larkfield Studio',
    role: 'owner',
    accountId,
    timeZone: 'America/Toronto',
    dateFormat: 'yyyy-mm-dd',
    firstDayOfWeek: 1,
    address: {
      street: '14 Mill Lane',
      city: 'Guelph',
      province: 'Ontario',
      country: 'Canada',
      postalCode: 'N1H 2A1',
    },
  },
  {
    id: ternId,
    membershipId: 910_331,
    uuid: '9a1c7e04-52b8-4d3e-b6f1-0c5d8e2f7a63',
    name: 'Tern & Co',
    role: 'business_employee',
    accountId: null,
    timeZone: 'America/Toronto',
    dateFormat: 'mm/dd/yyyy',
    firstDayOfWeek: 0,
    address: null,
  },
];

/** Name, first name, last name, e-mail, currency, city. Some have no organization, one only e-mail. */
const clientRows = {
  northgate: ['Northgate Dental', 'Priya', 'Raman', 'accounts@northgate.example', 'CAD', 'Guelph'],
  harbour: ['Harbour & Pine', 'Tomas', 'Lindqvist', 'studio@harbourpine.example', 'CAD', 'Halifax'],
  acme: ['Acme', 'Dana', 'Whitlock', 'billing@acme.example', 'CAD', 'Toronto'],
  acmeLabs: ['Acme Labs', 'Owen', 'Castell', 'owen@acmelabs.example', 'CAD', 'Toronto'],
  ines: ['', 'Ines', 'Varga', 'ines@varga.example', 'USD', 'Portland'],
  fennel: ['Fennel Bakery', 'Lucie', 'Marchand', 'bonjour@fennel.example', 'EUR', 'Lyon'],
  juniper: ['Juniper Street Theatre', 'Amos', 'Bell', 'office@juniper.example', 'CAD', 'Ottawa'],
  saltmarsh: ['Saltmarsh Records', 'Rae', 'Donnelly', 'rae@saltmarsh.example', 'USD', 'Austin'],
  meridian: ['Meridian Maps', 'Noor', 'Haddad', 'noor@meridian.example', 'CAD', 'Montréal'],
  emailOnly: ['', '', '', 'hello@quietharbour.example', 'CAD', ''],
} as const;

export type ClientKey = keyof typeof clientRows;

const clientKeys = Object.keys(clientRows);
const firstClientId = 30_411;

export function clientId(key: ClientKey): number {
  return firstClientId + clientKeys.indexOf(key) * 3;
}

export function organizationOf(key: ClientKey): string {
  return clientRows[key][0];
}

export function clients(nowMs: number): ClientRecord[] {
  return Object.values(clientRows).map((row, index) => {
    const [organization, firstName, lastName, email, currencyCode, city] = row;
    const signedUpAtMs = nowMs - (880 - index * 60) * 86_400_000;
    return {
      id: firstClientId + index * 3,
      accountId,
      organization,
      firstName,
      lastName,
      email,
      currencyCode,
      city,
      signedUpAtMs,
      updated: accountingText(signedUpAtMs),
      visState: 0,
    };
  });
}
