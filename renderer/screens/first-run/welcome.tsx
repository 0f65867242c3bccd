// The first thing anyone sees: what this is, and the two ways in.
import type { TraybooksError } from '../../../shared/errors.ts';
import { DismissibleNote } from '../../parts/dismissible-note.tsx';
import { Notices } from '../../parts/notices.tsx';
import { SignInTrouble } from '../../parts/sign-in-trouble.tsx';
import { BrandMark } from './brand-mark.tsx';

interface WelcomeProps {
  readonly problem: TraybooksError | null;
  readonly starting: boolean;
  /** What became of a login that was undone. */
  readonly parting: string | null;
  readonly onDismissParting: () => void;
  readonly onConnect: () => void;
  readonly onSampleData: () => void;
}

export function Welcome(props: WelcomeProps) {
  const { problem, starting, parting, onConnect, onSampleData } = props;
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
        {parting && <DismissibleNote text={parting} onDismiss={props.onDismissParting} />}
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
