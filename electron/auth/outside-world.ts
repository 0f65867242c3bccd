// What this room takes from outside: time, chance and the network. With these as arguments no
// test waits, and none reaches further than loopback.

/** Milliseconds since the epoch, UTC. */
export type Clock = () => number;

/** Cryptographically strong bytes, e.g. Node's `randomBytes`. */
export type RandomBytes = (count: number) => Uint8Array;

/** A standard `fetch`. Calls carrying secrets must not be repeated by it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
