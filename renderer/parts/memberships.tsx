// The businesses of the login in use, with the person's role in each.
import { useSlice } from '../snapshot/use-snapshot.ts';
import { membershipWords } from './business-words.ts';

/** More than fit scroll in their own place, which then can be reached with the keyboard. */
const FIT = 4;

export function Memberships() {
  const { list } = useSlice('businesses');
  return (
    <ul
      className="connected-list"
      aria-label="Memberships"
      {...(list.length > FIT ? { tabIndex: 0 } : {})}
    >
      {list.map((business) => (
        <li key={business.id}>
          <span>{business.name}</span> <span className="quiet">{membershipWords(business)}</span>
        </li>
      ))}
    </ul>
  );
}
