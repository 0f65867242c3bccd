// What this room takes from outside, besides the network: time and chance. With these as
// arguments no test waits, and none is left to luck.

/** Milliseconds since the epoch, UTC. */
export type Clock = () => number;

/** Cryptographically strong bytes, e.g. Node's `randomBytes`. */
export type RandomBytes = (count: number) => Uint8Array;
