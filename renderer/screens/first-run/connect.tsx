// Connecting one's own FreshBooks: how to get an app's credentials, step by step, with a copy
// button for every value, and the two fields they go into.
import { ArrowLeft, ExternalLink } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import { REDIRECT_URIS } from '../../../shared/redirect-uris.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { CertificateNote } from './certificate-note.tsx';
import type { Credentials } from './credentials.ts';
import { PastedField } from './pasted-field.tsx';
import { cleanPastedText } from './pasted-text.ts';

const DEVELOPER_PORTAL = 'https://my.freshbooks.com/#/developer';

interface ConnectProps {
  readonly credentials: Credentials;
  readonly problem: TraybooksError | null;
  readonly underWay: boolean;
  readonly onChange: (credentials: Credentials) => void;
  readonly onContinue: (credentials: Credentials) => void;
  readonly onBack: () => void;
}

export function Connect(props: ConnectProps) {
  const { credentials, problem, onChange } = props;
  const cleaned = {
    clientId: cleanPastedText(credentials.clientId),
    clientSecret: cleanPastedText(credentials.clientSecret),
  };
  const lastStep = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The steps before were done; what went wrong is mended here.
    if (problem) lastStep.current?.scrollIntoView({ block: 'start' });
  }, [problem]);
  const isComplete = cleaned.clientId !== '' && cleaned.clientSecret !== '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isComplete && !props.underWay) props.onContinue(cleaned);
  }

  return (
    <main className="screen">
      <header className="top drags">
        <button type="button" className="icon-button" aria-label="Back" onClick={props.onBack}>
          <ArrowLeft size={16} aria-hidden="true" />
        </button>
        <h1 className="top-title">Connect FreshBooks</h1>
      </header>
      <form className="body connect" onSubmit={submit}>
        <ol className="steps">
          <li>
            <OpenPortal />
          </li>
          <li>
            <p>Register these redirect URIs, all three:</p>
            <ul className="values">
              {REDIRECT_URIS.map((uri) => (
                <li key={uri}>
                  <code>{uri}</code>
                  <CopyButton text={uri} what={uri} />
                </li>
              ))}
            </ul>
          </li>
          <li>
            <div className="step-line">
              <p>Tick these scopes:</p>
              <CopyButton text={SCOPES.join(' ')} what="all scopes" label="Copy all" />
            </div>
            <ul className="values values-scopes">
              {SCOPES.map((scope) => (
                <li key={scope}>
                  <code>{scope}</code>
                  <CopyButton text={scope} what={scope} />
                </li>
              ))}
            </ul>
          </li>
          <li ref={lastStep}>
            <p>Save the app, then copy its ID and secret here:</p>
            <PastedField
              label="Client ID"
              value={credentials.clientId}
              onChange={(clientId) => onChange({ ...credentials, clientId })}
            />
            <PastedField
              label="Client secret"
              value={credentials.clientSecret}
              isSecret
              onChange={(clientSecret) => onChange({ ...credentials, clientSecret })}
            />
          </li>
        </ol>
        <CertificateNote />
      </form>
      <footer className="foot">
        {/* Beside the button that brought it up: the steps may be scrolled anywhere. */}
        {problem && <TroubleNote error={problem} about="signing-in" />}
        <button
          type="button"
          className="button button-large button-primary"
          aria-disabled={!isComplete || props.underWay}
          onClick={submit}
        >
          Continue in browser
        </button>
      </footer>
    </main>
  );
}

function OpenPortal() {
  const open = useCommand('link.open');
  return (
    <>
      <p>Create an app on FreshBooks’ developer page. Any name will do.</p>
      <button
        type="button"
        className="button button-small button-start"
        onClick={() => open.send({ url: DEVELOPER_PORTAL })}
      >
        <ExternalLink size={13} aria-hidden="true" />
        Open the developer page
      </button>
      {open.error && <TroubleNote error={open.error} about="here" />}
    </>
  );
}
