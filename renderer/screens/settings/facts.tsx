// The facts of a login: times, permissions, and where things are kept.
import type { ConnectionDetails } from '../../../shared/connection-details.ts';
import { errorWords } from '../../../shared/error-words.ts';
import { useNow } from '../../snapshot/use-visible.ts';
import { renewalWords } from './token-words.ts';

export function Facts({ details }: { readonly details: ConnectionDetails }) {
  const { keychain, lastRenewal } = details;
  const nowMs = useNow(1000);
  return (
    <dl className="facts">
      <dt>Last refresh</dt>
      <dd>
        {renewalWords(lastRenewal, nowMs)}
        {lastRenewal?.error && `: ${errorWords(lastRenewal.error, 'here').happened}`}
      </dd>
      <dt>Kept in</dt>
      <dd>
        {keychain.kept === 'until-quit' ? 'Memory, only until you quit Traybooks' : keychain.name}
      </dd>
      <dt>Comes back to</dt>
      <dd>
        <code>{details.redirectUri}</code>
      </dd>
      <dt>Scopes</dt>
      <dd>
        <ul className="scopes" aria-label="Scopes">
          {details.grantedScopes.map((scope) => (
            <li key={scope} className="scope">
              <code>{scope}</code> <span className="quiet">granted</span>
            </li>
          ))}
          {details.missingScopes.map((scope) => (
            <li key={scope} className="scope scope-missing">
              <code>{scope}</code> <span>missing</span>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
