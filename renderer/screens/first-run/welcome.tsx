// The first thing anyone sees: what this is, and the two ways in.
import type { TraybooksError } from '../../../shared/errors.ts';
import { Notices } from '../../parts/notices.tsx';
import { SignInTrouble } from '../../parts/sign-in-trouble.tsx';
import { BrandMark } from './brand-mark.tsx';

interface WelcomeProps {
  readonly problem: TraybooksError | null;
  readonly starting: boolean;
  readonly onConnect: () => void;
  readonly onSampleData: () => void;
}

export function Welcome({ problem, starting, onConnect, onSampleData }: WelcomeProps) {
  return (
    <main className="screen welcome">
      <div className="welcome-body drags">
        <BrandMark />
        <h1>Traybooks</h1>
        <p className="welcome-promise">
          See who owes you money and log your time in seconds, without opening FreshBooks in a
          browser.
        </p>
        {problem && <SignInTrouble error={problem} onUntilQuit={onSampleData} />}
        <Notices />
      </div>
      <div className="welcome-ways">
        <button type="button" className="button button-large button-primary" onClick={onConnect}>
          Connect FreshBooks
        </button>
        <button
          type="button"
          className="button button-large"
          aria-disabled={starting}
          onClick={onSampleData}
        >
          Try with sample data
        </button>
        <p className="quiet welcome-small">
          Your sign-in stays in this computer’s keychain.
          <br />
          Not affiliated with FreshBooks.
        </p>
      </div>
    </main>
  );
}
