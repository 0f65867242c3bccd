// The pair a session works with, and the one its vault holds. They differ while the keychain
// refuses a renewed pair: that pair then exists in this process only, and saving it is tried again
// until it works, ever more seldom.
import type { TraybooksError } from '../../shared/errors.ts';
import { backOffMs } from './back-off.ts';
import type { TokenPair } from './token-pair.ts';
import { type PairsAtHand, type RenewalParts, saveRenewed } from './token-renewal.ts';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

export interface PairInUse {
  current(): TokenPair;
  pairs(): PairsAtHand;
  /** @param unsaved why the vault does not hold it; null when it does */
  replace(tokens: TokenPair, unsaved: TraybooksError | null): void;
  /** Tries to save what the vault does not hold yet. One try at a time; nothing when all is saved. */
  save(): Promise<void>;
  /** When to try again, milliseconds since the epoch; null when all is saved or just being saved. */
  saveDueMs(): number | null;
}

/** @param onUnsaved told once when a pair could not be saved, and with null once it is */
export function pairInUse(
  parts: RenewalParts,
  tokens: TokenPair,
  onUnsaved: (error: TraybooksError | null) => void,
): PairInUse {
  let inUse = tokens;
  let inVault = tokens;
  let failures = 0;
  let dueMs: number | null = null;
  let saving: Promise<void> | null = null;

  function failedWith(error: TraybooksError): void {
    failures += 1;
    dueMs = parts.clock() + backOffMs(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    if (failures === 1) onUnsaved(error);
  }

  function isSaved(tokens: TokenPair): void {
    inUse = tokens;
    inVault = tokens;
    dueMs = null;
    if (failures > 0) onUnsaved(null);
    failures = 0;
  }

  async function saveOnce(): Promise<void> {
    const saved = await saveRenewed(parts, inVault, inUse);
    if (!saved.ok) failedWith(saved.error);
    // Erased meanwhile: there is nothing left to save for.
    else isSaved(saved.value ?? inUse);
  }

  return {
    current: () => inUse,
    pairs: () => ({ inUse, inVault }),
    replace(tokens, unsaved) {
      if (!unsaved) return isSaved(tokens);
      inUse = tokens;
      failedWith(unsaved);
    },
    async save() {
      if (inUse === inVault) return;
      saving ??= saveOnce().finally(() => {
        saving = null;
      });
      await saving;
    },
    saveDueMs: () => (saving ? null : dueMs),
  };
}
