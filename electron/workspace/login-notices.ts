// What to say once about logins that came or went otherwise than the person may have thought.
import type { Notice } from '../../shared/snapshot.ts';

/** @param name of the person whose entries these are */
export function entriesKeptNotice(count: number, name: string): Notice {
  const entries = count === 1 ? '1 entry that was' : `${count} entries that were`;
  return {
    id: 'entries-kept-after-sign-out',
    text: `${entries} not sent yet will be sent when ${name} connects again.`,
  };
}

export const OTHER_PERSON = 'another-person-connected';

/**
 * @param meant who was to connect again
 * @param came whom the browser was signed in as
 */
export function otherPersonNotice(meant: string, came: string): Notice {
  return {
    id: OTHER_PERSON,
    text:
      `Your browser was signed in to FreshBooks as ${came}, so ${came} is connected beside ${meant}, ` +
      `whose lists and entries are as they were. To reconnect ${meant}, sign out of FreshBooks in ` +
      'the browser first.',
  };
}
