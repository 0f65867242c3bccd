// The app's own mark: two numbers on a page, one of them late.
export function BrandMark() {
  return (
    <svg className="brand" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
      <rect className="brand-page" x="4" y="4" width="56" height="56" rx="15" />
      <rect className="brand-line" x="16" y="20" width="32" height="6" rx="3" />
      <rect className="brand-accent" x="16" y="33" width="20" height="12" rx="4" />
      <rect className="brand-late" x="40" y="33" width="8" height="12" rx="4" />
    </svg>
  );
}
