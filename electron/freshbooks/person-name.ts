// The name to show for a client (freshbooks-api.md §3.6): the organization, else the person.

export function personName({ fname, lname }: { fname: string; lname: string }): string {
  return `${fname} ${lname}`.trim();
}

/** Never empty: a nameless row could be neither read nor chosen. */
export function clientName(row: {
  readonly current_organization?: string;
  readonly organization: string;
  readonly fname: string;
  readonly lname: string;
  readonly email?: string;
}): string {
  return (
    row.current_organization ||
    row.organization ||
    personName(row) ||
    row.email ||
    'Client without a name'
  );
}
