// The list of memberships, each with the role and with what it lacks; and the other logins, where
// there is more than one.
import { Check, ChevronDown } from 'lucide-react';
import { Header } from 'react-aria-components/Header';
import {
  Button,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
} from 'react-aria-components/Select';
import type { Business } from '../../../shared/books.ts';
import type { BusinessId, ConnectionId } from '../../../shared/ids.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import { membershipWords, sourceWords } from '../../parts/business-words.ts';
import { BusinessBadge } from './business-switcher.tsx';

interface BusinessSelectProps {
  readonly connection: Connection;
  readonly businesses: readonly Business[];
  /** Null while nothing is known of the login's businesses. */
  readonly chosen: Business | null;
  readonly onChoose: (id: BusinessId) => void;
  readonly otherLogins: readonly Connection[];
  readonly onUse: (id: ConnectionId) => void;
  /** The person pressed the stand-in before this was loaded. */
  readonly openAtOnce: boolean;
}

export default function BusinessSelect(props: BusinessSelectProps) {
  const { connection, businesses, chosen, onChoose, otherLogins, onUse, openAtOnce } = props;
  const shownName = chosen?.name ?? connection.identity.name;
  const ofThisLogin = businesses.map((business) => (
    <Item
      key={business.id}
      id={businessKey(business)}
      name={business.name}
      detail={membershipWords(business)}
    />
  ));
  return (
    <Select
      className="business-select"
      aria-label="Business"
      value={chosen ? businessKey(chosen) : null}
      defaultOpen={openAtOnce}
      onChange={(key) => {
        const business = businesses.find((each) => businessKey(each) === key);
        if (business && business !== chosen) onChoose(business.id);
        const login = otherLogins.find((each) => loginKey(each) === key);
        if (login) onUse(login.id);
      }}
    >
      <Button className="business" aria-label={`Business: ${shownName}`}>
        <BusinessBadge name={shownName} />
        <span className="business-name">{shownName}</span>
        <ChevronDown size={13} aria-hidden="true" className="faint" />
      </Button>
      <Popover className="menu menu-business" offset={4} placement="bottom start">
        <ListBox className="menu-list">
          {otherLogins.length === 0 ? (
            ofThisLogin
          ) : (
            <>
              {businesses.length > 0 && (
                <ListBoxSection className="menu-section">
                  <Header className="menu-header">{connection.identity.name}</Header>
                  {ofThisLogin}
                </ListBoxSection>
              )}
              <ListBoxSection className="menu-section">
                <Header className="menu-header">Other logins</Header>
                {otherLogins.map((login) => (
                  <Item
                    key={login.id}
                    id={loginKey(login)}
                    name={login.identity.name}
                    detail={`${login.identity.email} · ${sourceWords(login.source)}`}
                  />
                ))}
              </ListBoxSection>
            </>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

interface ItemProps {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

function Item({ id, name, detail }: ItemProps) {
  return (
    <ListBoxItem id={id} textValue={name} className="menu-item">
      <BusinessBadge name={name} />
      <span className="menu-text">
        <span className="menu-name">{name}</span> <span className="menu-detail">{detail}</span>
      </span>
      <Check size={14} aria-hidden="true" className="menu-check" />
    </ListBoxItem>
  );
}

/** A login and a business may bear the same number. */
function businessKey({ id }: Business): string {
  return `business ${id}`;
}

function loginKey({ id }: Connection): string {
  return `login ${id}`;
}
