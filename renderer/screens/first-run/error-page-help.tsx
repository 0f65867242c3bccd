// FreshBooks answers a scope or a redirect URI it does not know with a page of its own, names
// neither, and sends nobody back (freshbooks-api.md §1.2): all we can do is say what to compare.
import { type Ref, useEffect, useState } from 'react';
import { OpenDeveloperPage } from './developer-page.tsx';
import { RedirectUris, Scopes } from './values-to-register.tsx';

interface ErrorPageHelpProps {
  /** The browser should have come back by now. */
  readonly isLate: boolean;
  readonly place: Ref<HTMLElement>;
}

export function ErrorPageHelp({ isLate, place }: ErrorPageHelpProps) {
  const [isOpen, setOpen] = useState(isLate);
  useEffect(() => {
    // Once: whoever folds it again has read it.
    if (isLate) setOpen(true);
  }, [isLate]);
  return (
    <details
      className="aside help"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary ref={place}>Does FreshBooks show an error page?</summary>
      <p>
        Then it does not send you back. It does not say what is wrong either, but two things can be:
        a scope that is not ticked on your app, or a redirect URI that is not registered exactly
        like this. Compare both, save the app, and open the browser again.
      </p>
      <OpenDeveloperPage />
      <Scopes words="Scopes, every one:" />
      <RedirectUris words="Redirect URIs, all three:" />
    </details>
  );
}
