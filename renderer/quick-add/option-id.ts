// How the input names the row it points at.
export function optionId(listId: string, row: number): string {
  return `${listId}-${row}`;
}
