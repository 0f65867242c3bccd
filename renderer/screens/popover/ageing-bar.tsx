// How late the main currency's money is, from not due to more than ninety days. The only
// ornament; every share is also there in words.
import { formatMoney, type Money } from '../../../shared/money.ts';
import { AGES, type Age } from '../../../shared/owed.ts';

const AGE_WORDS: Readonly<Record<Age, string>> = {
  'not-due': 'not due yet',
  '1-30': '1–30 days overdue',
  '31-60': '31–60 days overdue',
  '61-90': '61–90 days overdue',
  'over-90': 'more than 90 days overdue',
};

interface AgeingBarProps {
  /** Null draws the empty bar. */
  readonly ageing: Readonly<Record<Age, Money>> | null;
}

export function AgeingBar({ ageing }: AgeingBarProps) {
  const present = ageing ? AGES.filter((age) => ageing[age].minor > 0) : [];
  if (!ageing || present.length === 0) return <div className="ageing ageing-empty" />;
  return (
    <ul className="ageing" aria-label="How late it is">
      {present.map((age) => {
        const words = `${formatMoney(ageing[age])} ${AGE_WORDS[age]}`;
        return (
          <li key={age} data-age={age} title={words} style={{ flexGrow: ageing[age].minor }}>
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
