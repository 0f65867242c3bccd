// Numbers that look random and follow from a seed alone, so that a failure can be seen again.

export interface Chance {
  /** A whole number of at least 0, below the limit. */
  below(limit: number): number;
}

/** Tommy Ettinger's mulberry32 sequence: 32 bits of state, plenty for choosing moments. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
    },
  };
}
