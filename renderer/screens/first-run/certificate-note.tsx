// Prepares for the one alarming moment of connecting: the browser's certificate warning.
export function CertificateNote() {
  return (
    <details className="aside">
      <summary>Your browser will show a warning once. Here is why.</summary>
      <p>
        FreshBooks only sends people back to an <code>https</code> address. Traybooks answers at{' '}
        <code>https://localhost</code>, on this computer, with a certificate it made itself, so the
        browser says “Your connection is not private”.
      </p>
      <p>
        It is safe to go on, because nothing leaves this computer: choose <b>Advanced</b>, then{' '}
        <b>Proceed to localhost</b>. You can also copy the address from that page and paste it in
        Traybooks instead.
      </p>
    </details>
  );
}
