// Asks what the time away was: the timer went on, and only the person knows whether they did.
import '../look/away.css';
import { formatTimeOfDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import type { AwayGap } from '../../shared/snapshot.ts';
import { timerName } from '../../shared/timer-name.ts';
import { clockWords } from '../parts/clock-words.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { AwayEntries } from './away-entries.tsx';
import { type AwayDraft, emptyLines } from './use-away-draft.ts';

interface AwayPromptProps {
  readonly gap: AwayGap;
  readonly draft: AwayDraft;
}

export default function AwayPrompt({ gap, draft }: AwayPromptProps) {
  const { timer } = useSlice('timer');
  const catalog = useSlice('catalog');
  const { timeZone } = useSlice('time');
  const away = useCommand('timer.away');
  const lines = draft.linesFor(gap);
  const begin = (count: number) => draft.change(gap, emptyLines(count));

  async function answer(input: CommandInput<'timer.away'>): Promise<void> {
    const answered = await away.send(input);
    if (answered?.ok) draft.end(gap);
  }

  const from = clockWords(gap.fromMs, gap.toMs, { timeZone });
  const at = formatTimeOfDay(gap.fromMs, timeZone);
  const choices = [
    {
      words: 'Keep',
      hint: 'The timer keeps it',
      take: () => void answer({ choice: 'keep' }),
    },
    {
      words: 'Drop',
      hint: `The timer stands where it was at ${at}`,
      take: () => void answer({ choice: 'drop' }),
    },
    {
      words: 'Drop and go on',
      hint: 'The timer runs on without it',
      take: () => void answer({ choice: 'drop-and-go-on' }),
    },
    { words: 'Own entry…', hint: 'Log it as something else', take: () => begin(1) },
    { words: 'Split…', hint: 'Log it as several things', take: () => begin(2) },
  ];
  usePopoverKeys(
    lines === null
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
      {lines === null ? (
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
          lines={lines}
          onChange={(changed) => draft.change(gap, changed)}
          onSave={(entries) => void answer({ choice: 'entries', parts: [...entries] })}
          onBack={() => draft.end(gap)}
        />
      )}
    </section>
  );
}
