// The app's own mark, as on its icon: a ledger line runs into the tray and turns into a tick.
export function BrandMark() {
  return (
    <svg className="brand" viewBox="96 96 832 832" width="64" height="64" aria-hidden="true">
      <rect className="brand-tile" x="96" y="96" width="832" height="832" rx="196" />
      <path className="brand-tray" d="M256 484V656a92 92 0 0 0 92 92H676a92 92 0 0 0 92-92V566" />
      <path className="brand-tick" d="M256 484H400L496 588 768 288" />
    </svg>
  );
}
