// Turns each error into three short sentences: what happened, what is safe, what to do next.
import type { StorageTrouble, TraybooksError } from './errors.ts';
import { featureOff } from './features.ts';
import { keychainWords } from './keychain-words.ts';
import { signInWords } from './sign-in-words.ts';

export interface ErrorWords {
  readonly happened: string;
  /** What was kept; empty where nothing was at stake. */
  readonly safe: string;
  readonly next: string;
}

/**
 * What failed. `reading` goes on by itself, the others wait for the person; `here` is anything
 * small that concerns this computer only: a setting, a link, a copy.
 */
export type About = 'reading' | 'saving' | 'signing-in' | 'here';

const SAFE: Readonly<Record<About, string>> = {
  reading: 'What you see is the last copy.',
  saving: 'It was not saved; what you typed is still here.',
  'signing-in': 'Nothing was connected, and nothing was changed.',
  here: 'Nothing was changed.',
};

const AGAIN: Readonly<Record<About, string>> = {
  reading: 'Try again',
  saving: 'Save again',
  'signing-in': 'Connect again',
  here: 'Try again',
};

const CHANGE: Readonly<Record<About, string>> = {
  reading: 'Try again later.',
  saving: 'Change it and save again.',
  'signing-in': 'Change it, then connect again.',
  here: 'Choose something else.',
};

/**
 * @param error any error of the union; a new code will not compile until it has words here.
 * @returns plain sentences for a person, free of codes, secrets and raw responses.
 */
export function errorWords(error: TraybooksError, about: About = 'reading'): ErrorWords {
  const safe = SAFE[about];
  const again = AGAIN[about];
  switch (error.code) {
    case 'offline':
      return {
        happened: 'We couldn’t reach FreshBooks.',
        safe,
        next:
          about === 'reading'
            ? 'Anything you log is kept here and sent once you’re back online.'
            : 'Check that this computer is online, then try again.',
      };
    case 'rate-limited': {
      const wait = waitWords(error.retryAfterSeconds);
      return {
        happened: 'FreshBooks asked us to slow down.',
        safe: about === 'reading' ? 'Nothing was lost.' : safe,
        next: about === 'reading' ? `Trying again in ${wait}.` : `${again} in ${wait}.`,
      };
    }
    case 'sign-in-needed':
      return signInWords(error.reason);
    case 'code-refused':
      return codeWords(error.came, error.redirectUri);
    case 'scope-missing':
      return {
        happened: scopeMissingWords(error.scope),
        safe: 'Everything else keeps working.',
        next: 'Tick that scope on the developer page, then connect again.',
      };
    case 'not-allowed':
      return {
        happened: `FreshBooks does not let you use the ${error.thing} of this business.`,
        safe: 'Everything else keeps working.',
        next: 'Ask its owner to change your role. If the app’s scopes were changed, connect again.',
      };
    case 'not-found':
      return {
        happened: `FreshBooks no longer has this ${error.thing}.`,
        safe: 'Nothing here was removed.',
        next: 'Refresh, then choose another one.',
      };
    case 'rejected':
      // FreshBooks' own refusals and our checks before sending come under the same code.
      return {
        happened: `This was not accepted: ${reasons(error.fields)}.`,
        safe,
        next: CHANGE[about],
      };
    case 'keychain-unavailable':
      return keychainWords(error, about);
    case 'port-in-use':
      return {
        happened: `Other programs are using the ports Traybooks listens on (${error.ports.join(', ')}).`,
        safe: 'Your FreshBooks account was not touched.',
        next: 'Close the program using one of them, then try again.',
      };
    case 'cancelled':
      return {
        happened: {
          person: 'The sign-in was cancelled.',
          freshbooks: 'Access was not granted in FreshBooks.',
          'time-out': 'The browser never came back with an answer.',
          'no-browser': 'No browser could be opened.',
        }[error.by],
        safe: 'Nothing was changed.',
        next: {
          person: 'Connect again whenever you like.',
          freshbooks: 'Connect again whenever you like.',
          // FreshBooks shows both mistakes on a page of its own and sends nobody back, so they
          // look like a person who went away (freshbooks-api.md §1.2).
          'time-out':
            'If it ended on a FreshBooks error page, a scope is not ticked on your app, or a redirect URI is not registered: compare both lists on the developer page, then connect again.',
          'no-browser': 'Choose a default browser on this computer, then connect again.',
        }[error.by],
      };
    case 'outcome-unknown':
      return about === 'saving'
        ? {
            happened: 'We sent this, but no answer came back.',
            safe: 'It is kept here and will not be sent twice.',
            next: 'Traybooks looks in FreshBooks first, before sending it again.',
          }
        : { happened: 'FreshBooks did not answer.', safe, next: `${again} in a minute.` };
    case 'server-trouble':
      return {
        happened: 'FreshBooks gave an answer we could not use.',
        safe,
        next: `${again} in a minute. (${error.status ?? 'no status'}: ${error.detail})`,
      };
    case 'storage-full':
      return {
        happened: 'This computer could not store it: the disk may be full.',
        safe: about === 'saving' ? 'It was not sent, and what you typed is still here.' : safe,
        next: `Free some space, then ${again.toLowerCase()}.`,
      };
    case 'storage-unusable':
      return storageWords(error.cause, about);
    case 'bug':
      return {
        happened: 'Something went wrong inside Traybooks.',
        safe: 'What was saved before is still saved.',
        next: `Try again; if it happens twice, please report it. (${error.detail})`,
      };
  }
}

function scopeMissingWords(scope: string | null): string {
  if (scope === null) return 'Your FreshBooks app is missing a permission for this.';
  const off = featureOff(scope);
  return off
    ? `${off}: your FreshBooks app may not use ${scope}.`
    : `Your FreshBooks app may not use ${scope}.`;
}

/** Seconds below a minute, whole minutes above; never earlier than allowed. */
function waitWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

/**
 * FreshBooks answers a used, an old and a foreign code and a redirect URI that differs all with
 * the same word (freshbooks-api.md §1.9), so every cause that is left is named.
 */
function codeWords(came: 'redirect' | 'bare', redirectUri: string): ErrorWords {
  const safe = 'Nothing was connected.';
  return came === 'bare'
    ? {
        happened: 'FreshBooks did not accept the code that was pasted.',
        safe,
        next: 'It was cut off, used before, too old, or from another sign-in. Connect again and paste the whole address, soon after it appears.',
      }
    : {
        happened: 'FreshBooks did not accept the code the browser came back with.',
        safe,
        next: `It was used before, too old, or ${redirectUri} is not registered exactly so. Compare it with your app’s page, then connect again.`,
      };
}

function storageWords(cause: StorageTrouble, about: About): ErrorWords {
  switch (cause) {
    case 'newer-version':
      return {
        happened: 'The data on this computer was written by a newer Traybooks.',
        safe: 'It was not touched.',
        next: 'Install the newest Traybooks, then open it again.',
      };
    case 'cannot-open':
      return {
        happened: 'Traybooks could not open its data on this computer.',
        safe:
          about === 'saving'
            ? 'It was not touched, and what you typed is still here.'
            : 'It was not touched.',
        next: 'Check that your user may write to Traybooks’ folder, then start it again.',
      };
    case 'damaged':
      return {
        happened: 'The data file on this computer is damaged.',
        safe: about === 'saving' ? 'What you typed is still here.' : '',
        next: 'Quit and start Traybooks again: it keeps everything that can still be read.',
      };
  }
}

function reasons(fields: Readonly<Record<string, string>>): string {
  // FreshBooks ends some reasons with a full stop; ours follows the last one.
  const listed = Object.entries(fields).map(
    ([field, reason]) => `${spaced(field)} – ${reason.replace(/\.+$/, '')}`,
  );
  return listed.length > 0 ? listed.join('; ') : 'no reason was given';
}

function spaced(field: string): string {
  return field === '__root__' ? 'the entry' : field.replaceAll('_', ' ');
}
