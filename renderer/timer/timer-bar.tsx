// The running timer, at the foot of the popover; nothing while none runs but the key that starts one.
import { useState } from 'react';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { RunningTimerBar } from './running-timer-bar.tsx';
import { useTimerCommands } from './use-timer-commands.ts';
import { useTimerKeys } from './use-timer-keys.ts';

export function TimerBar() {
  const { timer } = useSlice('timer');
  const commands = useTimerCommands();
  const [isOpen, setOpen] = useState(false);
  useTimerKeys(timer, commands, () => setOpen(!isOpen));
  return (
    <>
      {commands.error && (
        <div className="timer-trouble">
          <TroubleNote error={commands.error} about="here" onDismiss={commands.forget} />
        </div>
      )}
      {timer && (
        <RunningTimerBar
          timer={timer}
          commands={commands}
          isChangeOpen={isOpen}
          onChangeOpen={setOpen}
        />
      )}
    </>
  );
}
