// What runs, for how long and since when, and what can be done with it.
import { Pause, Play } from 'lucide-react';
import { useRef } from 'react';
import { NO_ROUNDING } from '../../shared/no-rounding.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { timerName } from '../../shared/timer-name.ts';
import { clockWords } from '../parts/clock-words.ts';
import { loadLater } from '../parts/load-later.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { DiscardButton } from './discard-button.tsx';
import { OvernightNote } from './overnight-note.tsx';
import { loggedWords, playWords, tickingWords, timerDetails, timerRemarks } from './timer-words.ts';
import { useElapsed } from './use-elapsed.ts';
import type { TimerCommands } from './use-timer-commands.ts';
import { CHANGE_KEY, PLAY_KEY, STOP_KEY } from './use-timer-keys.ts';

const ChangePanel = loadLater(() => import('./change-panel.tsx'));

const CHANGE_WORDS = 'Change what the timer is for, or its start';

interface RunningTimerBarProps {
  readonly timer: RunningTimer;
  readonly commands: TimerCommands;
  readonly isChangeOpen: boolean;
  readonly onChangeOpen: (isOpen: boolean) => void;
}

export function RunningTimerBar(props: RunningTimerBarProps) {
  const { timer, commands, isChangeOpen, onChangeOpen } = props;
  const catalog = useSlice('catalog');
  const slice = useSlice('timer');
  const time = useSlice('time');
  const { chosen } = useSlice('businesses');
  const { values } = useSlice('settings');
  const { nowMs, seconds } = useElapsed(timer);
  const isPaused = timer.runningSinceMs === null;
  const rounding = values.rounding[String(chosen)] ?? NO_ROUNDING;
  const name = timerName(timer, catalog);
  const details = timerDetails(timer, catalog);
  const remarks = timerRemarks(timer, slice, values.awayAfterMinutes > 0);
  const since = clockWords(timer.startedAtMs, nowMs, { timeZone: time.timeZone });
  const play = playWords(timer, time);
  const what = useRef<HTMLButtonElement>(null);
  function closeChange(): void {
    onChangeOpen(false);
    what.current?.focus();
  }
  return (
    <section className="timer-bar" aria-label="Timer">
      {timer.leftOvernight && (
        <OvernightNote
          since={since}
          onSeen={commands.overnightSeen}
          onChangeStart={() => onChangeOpen(true)}
        />
      )}
      <div className="timer-line">
        <button
          type="button"
          className="timer-play"
          aria-label={play}
          aria-keyshortcuts={PLAY_KEY}
          title={`${play} (${PLAY_KEY})`}
          onClick={isPaused ? commands.resume : commands.pause}
        >
          {isPaused ? (
            <Play size={13} fill="currentColor" aria-hidden="true" />
          ) : (
            <Pause size={13} fill="currentColor" strokeWidth={1.5} aria-hidden="true" />
          )}
        </button>
        <button
          type="button"
          ref={what}
          className="timer-what"
          aria-expanded={isChangeOpen}
          aria-keyshortcuts={CHANGE_KEY}
          title={`${CHANGE_WORDS} (${CHANGE_KEY})`}
          onClick={() => onChangeOpen(!isChangeOpen)}
        >
          <span className="timer-name">{name}</span>
          {details && <span className="timer-details">{details}</span>}
        </button>
        <div className="timer-times">
          <p className="timer-elapsed" role="timer" data-paused={isPaused || undefined}>
            {tickingWords(seconds)}
          </p>
          <button
            type="button"
            className="timer-since"
            aria-expanded={isChangeOpen}
            title={`${CHANGE_WORDS} (${CHANGE_KEY})`}
            onClick={() => onChangeOpen(!isChangeOpen)}
          >
            {isPaused ? 'paused' : `since ${since}`}
          </button>
        </div>
      </div>
      {isChangeOpen && (
        <ChangePanel.Part
          fallback={null}
          timer={timer}
          onChange={commands.change}
          onClose={closeChange}
        />
      )}
      {remarks.map((remark) => (
        <p key={remark} className="timer-remark">
          {remark}
        </p>
      ))}
      <div className="timer-acts">
        <button
          type="button"
          className="button button-small button-primary"
          aria-keyshortcuts={STOP_KEY}
          title={`Stop and log (${STOP_KEY})`}
          onClick={commands.stop}
        >
          Stop and log <span className="timer-logged">{loggedWords(seconds, rounding)}</span>
        </button>
        <DiscardButton what={loggedWords(seconds, NO_ROUNDING)} onDiscard={commands.discard} />
      </div>
    </section>
  );
}
