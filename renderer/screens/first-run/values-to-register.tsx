// What must stand on the app's page at FreshBooks, character for character, with a copy button
// for each value and one for all.
import { REDIRECT_URIS } from '../../../shared/redirect-uris.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { CopyButton } from '../../parts/copy-button.tsx';

/** @param words what to do with them */
export function RedirectUris({ words }: { readonly words: string }) {
  return (
    <>
      <div className="step-line">
        <p>{words}</p>
        {/* The developer page takes one on each line. */}
        <CopyButton text={REDIRECT_URIS.join('\n')} what="all redirect URIs" label="Copy all" />
      </div>
      <Values values={REDIRECT_URIS} />
    </>
  );
}

/** @param words what to do with them */
export function Scopes({ words }: { readonly words: string }) {
  return (
    <>
      <div className="step-line">
        <p>{words}</p>
        <CopyButton text={SCOPES.join(' ')} what="all scopes" label="Copy all" />
      </div>
      <Values values={SCOPES} />
    </>
  );
}

export function Values({ values }: { readonly values: readonly string[] }) {
  return (
    <ul className="values">
      {values.map((value) => (
        <li key={value}>
          <code>{value}</code>
          <CopyButton text={value} what={value} />
        </li>
      ))}
    </ul>
  );
}
