// Everything that was looked at, and what was found there. Each place is searched when it is seen;
// only what must be told is kept.
import type { Needle } from './encodings.ts';

export type PlaceKind =
  | 'file'
  | 'message'
  | 'shown'
  | 'page'
  | 'argv'
  | 'environment'
  | 'output'
  | 'clipboard'
  | 'diagnostics'
  | 'answer';

interface Finding {
  readonly kind: PlaceKind;
  readonly where: string;
  readonly needle: string;
}

export interface Evidence {
  look(kind: PlaceKind, where: string, content: string | Buffer): void;
  readonly findings: readonly Finding[];
  /** How many places of each kind, in the order they were first met. */
  readonly places: () => Readonly<Record<string, number>>;
  /** Kinds of places in which the harmless word was seen: a search that is blind sees none. */
  readonly seenHarmless: ReadonlySet<PlaceKind>;
}

/** @param harmless words that are no secret and must turn up */
export function openEvidence(
  needles: () => readonly Needle[],
  harmless: readonly string[],
): Evidence {
  const findings: Finding[] = [];
  const counts = new Map<PlaceKind, number>();
  const seenHarmless = new Set<PlaceKind>();
  return {
    findings,
    seenHarmless,
    places: () => Object.fromEntries(counts),
    look(kind, where, content) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const bytes = Buffer.from(content);
      for (const { name, bytes: needle } of needles()) {
        if (bytes.includes(needle)) findings.push({ kind, where, needle: name });
      }
      if (harmless.some((word) => bytes.includes(word))) seenHarmless.add(kind);
    },
  };
}
