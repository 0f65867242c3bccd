// What the line may become: answers to a question, favourites, what was used before. The input
// keeps the focus; it points at the row the keys act on.
import { Pin } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { ageWords } from '../parts/age-words.ts';
import type { Offer } from './offers.ts';
import { optionId } from './option-id.ts';

interface OfferListProps {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly Offer[];
  readonly active: number | null;
  readonly nowMs: number;
  readonly onTake: (row: number) => void;
  readonly onPin: (row: number) => void;
}

export default function OfferList(props: OfferListProps) {
  const { id, label, offers, active, nowMs, onTake, onPin } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  /** On the way down, because a click would first take the focus out of the line. */
  function press(event: MouseEvent): void {
    event.preventDefault();
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const row = Number(event.target.closest<HTMLElement>('.offer')?.dataset.row ?? Number.NaN);
    if (Number.isNaN(row)) return;
    if (event.target.closest('.offer-pin')) onPin(row);
    else onTake(row);
  }

  return (
    <div
      id={id}
      ref={list}
      className="offers"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      onMouseDown={press}
    >
      {offers.map((offer, row) => (
        <div
          key={offer.key}
          id={optionId(id, row)}
          role="option"
          tabIndex={-1}
          aria-selected={row === active}
          className="offer"
          data-row={row}
        >
          {offer.kind === 'work' && offer.number !== null && (
            <kbd className="offer-number">{offer.number}</kbd>
          )}{' '}
          <span className="offer-title">{offer.title}</span>{' '}
          {offer.kind === 'work' && (
            <>
              {/* For the mouse; the keyboard has Ctrl+P, which the foot tells of. */}
              <span
                className="offer-pin"
                aria-hidden="true"
                title={offer.isPinned ? 'Unpin' : 'Pin'}
                data-pinned={offer.isPinned || undefined}
              >
                <Pin size={14} />
              </span>
              <span className="offer-aside">
                {offer.isPinned
                  ? 'pinned'
                  : offer.work.lastUsedAtMs !== null && ageWords(offer.work.lastUsedAtMs, nowMs)}
              </span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
