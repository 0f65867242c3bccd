// A feature that is off because its scope was not granted: no error, a choice made when the
// FreshBooks app was registered, and one that can be changed.
import { featureOffWords } from './feature-words.ts';

interface FeatureOffProps {
  /** Null when FreshBooks did not say which one is missing. */
  readonly scope: string | null;
  readonly className: string;
  readonly onConnectAgain: () => void;
}

export function FeatureOff({ scope, className, onConnectAgain }: FeatureOffProps) {
  return (
    <p className={className}>
      <strong>{featureOffWords(scope)}</strong> Your FreshBooks app was not given{' '}
      {scope ? <code>{scope}</code> : 'a scope'}. Tick it on the developer page, then{' '}
      <button type="button" className="link" onClick={onConnectAgain}>
        Connect again
      </button>
      .
    </p>
  );
}
