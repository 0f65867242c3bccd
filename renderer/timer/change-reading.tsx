// What was understood of a change to the timer, or what is asked about it, with the answers.
import type { RefObject } from 'react';
import type { QuickAddContext } from '../../shared/quick-add/reading.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { clockWords } from '../parts/clock-words.ts';
import { startWords, workWords } from './change-words.ts';
import type { ReadChange, TimerChange } from './read-change.ts';

interface ChangeReadingProps {
  readonly id: string;
  /** Null while nothing is typed. */
  readonly read: ReadChange | null;
  readonly timer: RunningTimer;
  readonly context: QuickAddContext;
  readonly answers: RefObject<HTMLDivElement | null>;
  readonly onAnswer: (line: string) => void;
}

export function ChangeReading(props: ChangeReadingProps) {
  const { id, read, timer, context, answers, onAnswer } = props;
  const { nowMs, timeZone } = context;
  return (
    <>
      <div className="timer-remark" id={id} aria-live="polite">
        {read === null && <p>It began at {clockWords(timer.startedAtMs, nowMs, { timeZone })}</p>}
        {read?.ok === true && <Becomes change={read.change} timer={timer} context={context} />}
        {read?.ok === false && <p className="timer-question">{read.why}</p>}
      </div>
      {read?.ok === false && read.choices.length > 0 && (
        <div ref={answers} className="timer-answers">
          {read.choices.map(({ label, line }) => (
            <button
              key={line}
              type="button"
              className="button button-small"
              onClick={() => onAnswer(line)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

interface BecomesProps {
  readonly change: TimerChange;
  readonly timer: RunningTimer;
  readonly context: QuickAddContext;
}

function Becomes({ change, timer, context }: BecomesProps) {
  const work = workWords(change, timer, context);
  return (
    <>
      {work && (
        <p className="timer-becomes">
          It becomes <strong>{work}</strong>
        </p>
      )}
      {change.startedAtMs !== undefined && <p>{startWords(change.startedAtMs, timer, context)}</p>}
    </>
  );
}
