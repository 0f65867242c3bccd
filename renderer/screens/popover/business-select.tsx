// The list of memberships, each with the role and with what it lacks.
import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select } from 'react-aria-components/Select';
import type { Business } from '../../../shared/books.ts';
import type { BusinessId } from '../../../shared/ids.ts';
import { membershipWords } from '../../parts/business-words.ts';
import { BusinessBadge } from './business-switcher.tsx';

interface BusinessSelectProps {
  readonly businesses: readonly Business[];
  readonly chosen: Business;
  readonly onChoose: (id: BusinessId) => void;
  /** The person pressed the stand-in before this was loaded. */
  readonly openAtOnce: boolean;
}

export default function BusinessSelect(props: BusinessSelectProps) {
  const { businesses, chosen, onChoose, openAtOnce } = props;
  return (
    <Select
      className="business-select"
      aria-label="Business"
      value={chosen.id}
      defaultOpen={openAtOnce}
      onChange={(key) => {
        const business = businesses.find(({ id }) => id === key);
        if (business && business !== chosen) onChoose(business.id);
      }}
    >
      <Button className="business" aria-label={`Business: ${chosen.name}`}>
        <BusinessBadge name={chosen.name} />
        <span className="business-name">{chosen.name}</span>
        <ChevronDown size={13} aria-hidden="true" className="faint" />
      </Button>
      <Popover className="menu menu-business" offset={4} placement="bottom start">
        <ListBox items={businesses} className="menu-list">
          {(business) => (
            <ListBoxItem id={business.id} textValue={business.name} className="menu-item">
              <BusinessBadge name={business.name} />
              <span className="menu-text">
                <span>{business.name}</span>{' '}
                <span className="menu-detail">{membershipWords(business)}</span>
              </span>
              <Check size={14} aria-hidden="true" className="menu-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
