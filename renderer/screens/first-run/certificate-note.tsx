// What the browser's certificate warning looks like, what to press, and why it is safe.
import { BrowserWarning } from './browser-warning.tsx';

export function CertificateNote() {
  return (
    <div className="certificate">
      <BrowserWarning />
      <p>
        Press <b>Advanced</b> or <b>Show details</b>, then <b>Proceed</b>, <b>Accept the risk</b> or{' '}
        <b>visit this website</b>, as your browser words it.
      </p>
      <p>
        It is safe while the address begins with <code>https://localhost:4782</code>: that is this
        computer. Traybooks made the certificate here, so no authority vouches for it, and it is
        never added to those you trust.
      </p>
    </div>
  );
}
