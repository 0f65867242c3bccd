// The network as an argument: the part of the standard `fetch` that is used here.

/** Rejects only when no answer came. Whether it may repeat a request is for its taker to say. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
