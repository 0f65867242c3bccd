// What each reason to sign in means for a person, in the three sentences of every error.
import type { ErrorWords } from './error-words.ts';
import type { SignInReason } from './errors.ts';

/** @returns what happened, what is safe and what to do, for each reason to sign in */
export function signInWords(reason: SignInReason): ErrorWords {
  const safe = 'Your cached invoices and unsent entries are kept.';
  switch (reason) {
    case 'never-signed-in':
      return { happened: 'No FreshBooks account is connected.', safe: '', next: 'Connect one.' };
    case 'session-ended':
      return { happened: 'FreshBooks ended this session.', safe, next: 'Connect again.' };
    case 'answer-lost':
      return {
        happened: 'The last renewal of your sign-in was cut off before it was finished.',
        safe,
        next: 'Connect again: FreshBooks takes each renewal only once.',
      };
    case 'used-elsewhere':
      return {
        happened:
          'Another computer uses the same FreshBooks app, and only the latest sign-in can be renewed.',
        safe,
        next: 'Register a second FreshBooks app for one of the two computers, then connect each with its own.',
      };
    case 'invalid-client':
      return {
        happened: 'FreshBooks does not know this client ID and secret.',
        safe: 'What you typed is still here.',
        next: 'Copy both again from your app’s page on the developer portal.',
      };
    case 'invalid-grant':
      return {
        happened:
          'FreshBooks did not accept the code: it was used, too old, or for another address.',
        safe: 'Nothing was changed.',
        next: 'Start the sign-in again.',
      };
    case 'wrong-state':
      return {
        happened: 'That address belongs to another sign-in.',
        safe: 'This sign-in is still waiting.',
        next: 'Paste the address from the browser window opened last.',
      };
    case 'not-an-address':
      return {
        happened: 'That is neither the address you were sent to nor a code.',
        safe: 'This sign-in is still waiting.',
        next: 'Copy the whole address from the browser and paste it again.',
      };
    case 'no-sign-in-waiting':
      return {
        happened: 'No sign-in is waiting for an address.',
        safe: '',
        next: 'Start connecting first, then paste.',
      };
    case 'kept-until-quit':
      return {
        happened: 'This sign-in was kept until you quit Traybooks, as you chose.',
        safe,
        next: 'Connect again.',
      };
  }
}
