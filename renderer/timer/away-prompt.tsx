// Asks what the time away was: the timer went on, and only the person knows whether they did.
import { useState } from 'react';
import '../look/away.css';
import { formatTimeOfDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { AwayGap } from '../../shared/snapshot.ts';
import { timerName } from '../../shared/timer-name.ts';
import { clockWords } from '../parts/clock-words.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { AwayEntries } from './away-entries.tsx';

interface AwayPromptProps {
  readonly gap: AwayGap;
}

export default function AwayPrompt({ gap }: AwayPromptProps) {
  const { timer } = useSlice('timer');
  const catalog = useSlice('catalog');
  const { timeZone } = useSlice('time');
  const away = useCommand('timer.away');
  const [parts, setParts] = useState<number | null>(null);

  const from = clockWords(gap.fromMs, gap.toMs, { timeZone });
  const at = formatTimeOfDay(gap.fromMs, timeZone);
  const choices = [
    {
      words: 'Keep',
      hint: 'The timer keeps it',
      take: () => void away.send({ choice: 'keep' }),
    },
    {
      words: 'Drop',
      hint: `The timer stands where it was at ${at}`,
      take: () => void away.send({ choice: 'drop' }),
    },
    {
      words: 'Drop and go on',
      hint: 'The timer runs on without it',
      take: () => void away.send({ choice: 'drop-and-go-on' }),
    },
    { words: 'Own entry…', hint: 'Log it as something else', take: () => setParts(1) },
    { words: 'Split…', hint: 'Log it as several things', take: () => setParts(2) },
  ];
  usePopoverKeys(
    parts === null
      ? Object.fromEntries(choices.map(({ take }, index) => [String(index + 1), take]))
      : {},
  );

  return (
    <section className="away" aria-labelledby="away-title">
      <h2 id="away-title" className="away-title">
        You were away {from} – {formatTimeOfDay(gap.toMs, timeZone)}{' '}
        <span className="quiet">({formatDuration((gap.toMs - gap.fromMs) / 1000)})</span>
      </h2>
      <p className="away-detail">
        {timer ? `The timer for ${timerName(timer, catalog)} went on.` : 'The timer went on.'}
      </p>
      {away.error && <TroubleNote error={away.error} about="here" onDismiss={away.forget} />}
      {parts === null ? (
        <div className="away-choices" data-two-rows>
          {choices.map(({ words, hint, take }, index) => (
            <button
              key={words}
              type="button"
              className="button button-small"
              aria-keyshortcuts={String(index + 1)}
              title={`${hint} (${index + 1})`}
              onClick={take}
            >
              {words}
            </button>
          ))}
        </div>
      ) : (
        <AwayEntries
          gap={gap}
          count={parts}
          onSave={(entries) => void away.send({ choice: 'entries', parts: [...entries] })}
          onBack={() => setParts(null)}
        />
      )}
    </section>
  );
}
