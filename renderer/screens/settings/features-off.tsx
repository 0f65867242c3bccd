// What the login may not do, named as what is off and not as a scope.
import type { Scope } from '../../../shared/scopes.ts';
import { featureOffWords } from '../../parts/feature-words.ts';

interface FeaturesOffProps {
  readonly missing: readonly Scope[];
  readonly onConnectAgain: () => void;
}

export function FeaturesOff({ missing, onConnectAgain }: FeaturesOffProps) {
  if (missing.length === 0) return null;
  return (
    <section className="note note-quiet" aria-label="What is off">
      <ul className="off-list">
        {missing.map((scope) => (
          <li key={scope}>
            <strong>{featureOffWords(scope)}</strong> <code>{scope}</code>
          </li>
        ))}
      </ul>
      <p>
        Your FreshBooks app was not given {missing.length === 1 ? 'this scope' : 'these scopes'}.
        Tick {missing.length === 1 ? 'it' : 'them'} on the developer page, then connect again.
      </p>
      <div className="note-actions">
        <button type="button" className="button button-small" onClick={onConnectAgain}>
          Connect again
        </button>
      </div>
    </section>
  );
}
