// A hundred megabytes without a word looks like a hang. On a terminal this draws a bar in place;
// in a log it prints a line now and then.
// @ts-check

const BAR_WIDTH = 28;
const LOG_STEP_PERCENT = 20;

/**
 * @param {number} doneBytes
 * @param {number} totalBytes 0 when unknown
 */
export function progressLine(doneBytes, totalBytes) {
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
  if (totalBytes <= 0) return `${megabytes(doneBytes)} MB`;
  const share = Math.min(1, doneBytes / totalBytes);
  const filled = Math.round(share * BAR_WIDTH);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${percent} %  ${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB`;
}

/**
 * @param {number} totalBytes 0 when unknown
 * @param {NodeJS.WriteStream} [stream]
 */
export function progressBar(totalBytes, stream = process.stderr) {
  let lastDrawnMs = 0;
  let nextLoggedPercent = LOG_STEP_PERCENT;
  return {
    /** @param {number} doneBytes */
    advance(doneBytes) {
      if (stream.isTTY) {
        if (Date.now() - lastDrawnMs < 100) return;
        lastDrawnMs = Date.now();
        stream.write(`\r  ${progressLine(doneBytes, totalBytes)}`);
      } else if (totalBytes > 0 && (doneBytes / totalBytes) * 100 >= nextLoggedPercent) {
        nextLoggedPercent += LOG_STEP_PERCENT;
        stream.write(`  ${progressLine(doneBytes, totalBytes)}\n`);
      }
    },
    /** @param {number} doneBytes */
    finish(doneBytes) {
      if (stream.isTTY) stream.write(`\r  ${progressLine(doneBytes, totalBytes)}\n`);
    },
  };
}
