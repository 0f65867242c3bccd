// Connecting one's own FreshBooks: how to get an app's credentials, step by step, with a copy
// button for every value, the two fields they go into, and what the browser will show.
import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import { SignInTrouble } from '../../parts/sign-in-trouble.tsx';
import { CertificateNote } from './certificate-note.tsx';
import { type Credentials, cleanCredentials, isComplete, whyNoPair } from './credentials.ts';
import { CredentialsFields } from './credentials-fields.tsx';
import { OpenDeveloperPage } from './developer-page.tsx';
import { RefusalNote } from './refusal-note.tsx';
import type { Verdict } from './use-credentials-check.ts';
import { RedirectUris, Scopes, Values } from './values-to-register.tsx';

interface ConnectProps {
  readonly credentials: Credentials;
  readonly verdict: Verdict | null;
  readonly problem: TraybooksError | null;
  /** Asking FreshBooks about the pair, or on the way to the browser. */
  readonly underWay: boolean;
  readonly onChange: (credentials: Credentials) => void;
  readonly onPasted: (credentials: Credentials) => void;
  readonly onCheck: () => void;
  readonly onContinue: () => void;
  readonly onGoOn: () => void;
  readonly onBack: () => void;
}

export function Connect(props: ConnectProps) {
  const { credentials, problem, verdict, onChange } = props;
  const cleaned = cleanCredentials(credentials);
  const isRefused = verdict?.kind === 'refused';
  const isReady = isComplete(cleaned) && whyNoPair(cleaned) === null && !props.underWay;

  const registering = useRef<HTMLLIElement>(null);
  const entering = useRef<HTMLLIElement>(null);
  const firstField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The steps before were done; what went wrong is mended at this one.
    if (!problem && !isRefused) return;
    const isAboutApp = problem !== null && isAboutRegistration(problem);
    const step = isAboutApp && !isRefused ? registering : entering;
    step.current?.scrollIntoView({ block: 'start' });
    if (isRefused || isUnknownClient(problem)) firstField.current?.focus({ preventScroll: true });
  }, [problem, isRefused]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isReady) props.onContinue();
  }

  return (
    <main className="screen">
      <header className="top drags">
        <button type="button" className="icon-button" aria-label="Back" onClick={props.onBack}>
          <ArrowLeft size={16} aria-hidden="true" />
        </button>
        <h1 className="top-title">Connect FreshBooks</h1>
      </header>
      <form id="connect" className="body connect" onSubmit={submit}>
        <ol className="steps">
          <li>
            <p>
              Create an app on FreshBooks’ developer page. Any name will do; the page opens for
              logins with admin rights only.
            </p>
            <OpenDeveloperPage />
          </li>
          <li ref={registering}>
            <RedirectUris words="Register all three redirect URIs:" />
          </li>
          <li>
            <Scopes words="Tick these scopes, every one:" />
          </li>
          <li ref={entering}>
            <p>Save the app and open it. At the end of its page are its ID and secret:</p>
            <CredentialsFields
              credentials={credentials}
              verdict={verdict}
              onChange={onChange}
              onPasted={props.onPasted}
              onCheck={props.onCheck}
              firstField={firstField}
            />
          </li>
          <li>
            <p>Continue. Coming back from FreshBooks, your browser warns you once, like this:</p>
            <CertificateNote />
          </li>
        </ol>
      </form>
      <footer className="foot">
        {/* Beside the button that brought it up: the steps may be scrolled anywhere. */}
        {isRefused ? (
          <RefusalNote
            onSwap={() =>
              props.onPasted({
                clientId: credentials.clientSecret,
                clientSecret: credentials.clientId,
              })
            }
            onGoOn={props.onGoOn}
          />
        ) : (
          problem && <Problem problem={problem} onUntilQuit={props.onContinue} />
        )}
        <button
          type="submit"
          form="connect"
          className="button button-large button-primary"
          aria-disabled={!isReady}
        >
          {props.underWay && verdict?.kind === 'asking'
            ? 'Asking FreshBooks…'
            : 'Continue in browser'}
        </button>
      </footer>
    </main>
  );
}

interface ProblemProps {
  readonly problem: TraybooksError;
  readonly onUntilQuit: () => void;
}

function Problem({ problem, onUntilQuit }: ProblemProps) {
  return (
    <>
      <SignInTrouble error={problem} onUntilQuit={onUntilQuit} />
      {problem.code === 'code-refused' && problem.came === 'redirect' && (
        <Values values={[problem.redirectUri]} />
      )}
    </>
  );
}

/** What is on the app's page may differ from what we ask for. */
function isAboutRegistration(problem: TraybooksError): boolean {
  if (problem.code === 'code-refused') return problem.came === 'redirect';
  return problem.code === 'cancelled' && problem.by === 'time-out';
}

function isUnknownClient(problem: TraybooksError | null): boolean {
  return problem?.code === 'sign-in-needed' && problem.reason === 'invalid-client';
}
