// Lets one caller stop waiting for work that goes on for the others.

/** @returns false when the signal came first; rejects when the work does. */
export async function unlessAborted(work: Promise<void>, signal?: AbortSignal): Promise<boolean> {
  if (!signal) {
    await work;
    return true;
  }
  if (signal.aborted) return false;
  let stop = () => {};
  const aborted = new Promise<boolean>((resolve) => {
    stop = () => resolve(false);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work.then(() => true), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
