// Has the lock of a profile until it is met, as a caller has it for a moment, and shows nothing.
const { app } = require('electron');

/** Who is met by one that ends at once is taken for dead, and loses the lock then and there. */
const TAKEN_NOTE_MS = 100;

app.once('second-instance', () => {
  setTimeout(() => {
    app.releaseSingleInstanceLock();
    app.exit();
  }, TAKEN_NOTE_MS);
});

process.stdout.write(app.requestSingleInstanceLock() ? 'ready\n' : 'failed\n');
