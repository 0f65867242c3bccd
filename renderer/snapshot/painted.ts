// For the benchmark alone; nothing in the app reads it. Says that a person can see cached invoices,
// after the frame that holds them.

let told = false;

export function tellPaintedInvoices(): void {
  if (told) return;
  told = true;
  // The first callback runs before the frame is drawn, the second after it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark('traybooks:painted-invoices');
      document.documentElement.dataset.painted = 'invoices';
    }),
  );
}
