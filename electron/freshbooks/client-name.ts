// The name to show for a client (freshbooks-api.md §3.6): the organization, else the person,
// else the e-mail address.

/** For a row that names nobody: an empty line could be neither read nor chosen. */
export const NAMELESS = 'Client without a name';

export function personName({ fname, lname }: { fname: string; lname: string }): string {
  return `${fname} ${lname}`.trim();
}

/** @returns empty when the row names nobody */
export function clientName(row: {
  /** On an invoice: the name now, while `organization` is frozen at issue. */
  readonly current_organization?: string;
  readonly organization: string;
  readonly fname: string;
  readonly lname: string;
  readonly email?: string;
}): string {
  return row.current_organization || row.organization || personName(row) || row.email || '';
}
