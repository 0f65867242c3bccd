// How long an answer took: "85 ms", "1.3 s".

/** @param tookMs milliseconds */
export function tookWords(tookMs: number): string {
  const whole = Math.round(tookMs);
  return whole < 1000 ? `${whole} ms` : `${(Math.round(whole / 100) / 10).toFixed(1)} s`;
}
