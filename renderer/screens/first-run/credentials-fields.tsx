// The two fields the developer page's values go into, and what FreshBooks says about them.
import { Check } from 'lucide-react';
import { type Ref, useId } from 'react';
import { whyUnclear } from './check-words.ts';
import { type Credentials, cleanCredentials, isComplete, whyNoPair } from './credentials.ts';
import { withPasted } from './pasted-credentials.ts';
import { PastedField } from './pasted-field.tsx';
import type { Verdict } from './use-credentials-check.ts';

interface CredentialsFieldsProps {
  readonly credentials: Credentials;
  readonly verdict: Verdict | null;
  readonly onChange: (credentials: Credentials) => void;
  readonly onPasted: (credentials: Credentials) => void;
  readonly onCheck: () => void;
  readonly firstField: Ref<HTMLInputElement>;
}

export function CredentialsFields(props: CredentialsFieldsProps) {
  const { credentials, verdict, onChange, onPasted } = props;
  const said = useId();
  const cleaned = cleanCredentials(credentials);
  const trouble = whyNoPair(cleaned);
  const isWrong = trouble !== null || verdict?.kind === 'refused';
  const canCheck = isComplete(cleaned) && trouble === null;
  return (
    <>
      <PastedField
        label="Client ID"
        value={credentials.clientId}
        onChange={(clientId) => onChange({ ...credentials, clientId })}
        onPaste={(text) => onPasted(withPasted(credentials, 'clientId', text))}
        isWrong={isWrong}
        describedBy={said}
        inputRef={props.firstField}
      />
      <PastedField
        label="Client secret"
        value={credentials.clientSecret}
        isSecret
        onChange={(clientSecret) => onChange({ ...credentials, clientSecret })}
        onPaste={(text) => onPasted(withPasted(credentials, 'clientSecret', text))}
        isWrong={isWrong}
        describedBy={said}
      />
      <div className="check">
        {mayAsk(verdict) && (
          <button
            type="button"
            className="button button-small"
            aria-disabled={!canCheck}
            onClick={() => {
              if (canCheck) props.onCheck();
            }}
          >
            {verdict ? 'Check again' : 'Check'}
          </button>
        )}
        <p id={said} role="status" className={trouble ? 'check-said check-trouble' : 'check-said'}>
          {trouble ?? <VerdictWords verdict={verdict} />}
        </p>
      </div>
    </>
  );
}

function mayAsk(verdict: Verdict | null): boolean {
  return verdict?.kind !== 'asking' && verdict?.kind !== 'known';
}

function VerdictWords({ verdict }: { readonly verdict: Verdict | null }) {
  switch (verdict?.kind) {
    case undefined:
      return 'Whether FreshBooks knows this app.';
    case 'asking':
      return 'Asking FreshBooks…';
    case 'known':
      return (
        <span className="check-known">
          <Check size={14} aria-hidden="true" />
          FreshBooks knows this app
        </span>
      );
    case 'refused':
      return <span className="check-trouble">Not known to FreshBooks.</span>;
    case 'unclear':
      return `Not checked: ${whyUnclear(verdict.error)}. You can go on.`;
  }
}
