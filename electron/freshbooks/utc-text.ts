// Instants as time tracking writes them: UTC, whole seconds, with the Z (freshbooks-api.md §8).

/** @param instantMs milliseconds since the epoch; a part of a second is dropped */
export function utcText(instantMs: number): string {
  return `${new Date(instantMs).toISOString().slice(0, 19)}Z`;
}
