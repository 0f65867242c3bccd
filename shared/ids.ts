// FreshBooks has an account id, a business id, a membership id and an identity id. Mixing them
// up is the classic mistake (freshbooks-api.md §10, 10–12), so each is a type of its own.
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** One FreshBooks login kept on this computer; ours, not FreshBooks'. */
export type ConnectionId = Branded<string, 'ConnectionId'>;
/** Short string; scopes the accounting service. */
export type AccountId = Branded<string, 'AccountId'>;
/** Integer; scopes projects, services and time tracking. */
export type BusinessId = Branded<number, 'BusinessId'>;
export type IdentityId = Branded<number, 'IdentityId'>;
export type InvoiceId = Branded<number, 'InvoiceId'>;
export type ClientId = Branded<number, 'ClientId'>;
export type ProjectId = Branded<number, 'ProjectId'>;
export type ServiceId = Branded<number, 'ServiceId'>;
export type TimeEntryId = Branded<number, 'TimeEntryId'>;
export type TimerId = Branded<number, 'TimerId'>;
/** Names an entry from the moment it is typed, before FreshBooks has given it an id. */
export type EntryKey = Branded<string, 'EntryKey'>;
