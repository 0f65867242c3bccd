// The way in for those whose browser cannot, or may not, reach this computer.
import { type FormEvent, useId, useState } from 'react';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { PastedField } from './pasted-field.tsx';
import { cleanPastedText } from './pasted-text.ts';

/** The command takes no more; what is longer is no address either way. */
const LONGEST = 4000;

export function AddressForm() {
  const use = useCommand('sign-in.use-address');
  const [text, setText] = useState('');
  const hint = useId();
  const address = cleanPastedText(text).slice(0, LONGEST);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (address !== '') void use.send({ text: address });
  }

  return (
    <form className="address" onSubmit={submit}>
      <h2>If the page will not open, or you stop there</h2>
      <p className="quiet" id={hint}>
        Copy its whole address from the browser’s address bar.
      </p>
      <div className="address-row">
        <PastedField
          label="Paste the address you were sent to"
          value={text}
          onChange={setText}
          describedBy={hint}
        />
        <button type="submit" className="button" aria-disabled={address === '' || use.underWay}>
          Use this address
        </button>
      </div>
      {use.error && <TroubleNote error={use.error} about="signing-in" />}
    </form>
  );
}
