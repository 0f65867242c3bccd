// The way to the log-time form, looking like the input it leads to, with the shortcut that leads
// there from anywhere.
import { Plus } from 'lucide-react';
import { ariaKeyShortcut } from '../../parts/accelerator.ts';
import { KeyCaps } from '../../parts/key-caps.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';

interface LogTimeButtonProps {
  readonly onPress: () => void;
  readonly onSettings: () => void;
}

export function LogTimeButton({ onPress, onSettings }: LogTimeButtonProps) {
  const { values, shortcut, platform } = useSlice('settings');
  const works = shortcut === 'registered';
  const refused = shortcut === 'taken' || shortcut === 'invalid';
  return (
    <footer className="foot">
      <button
        type="button"
        className="log-time-button"
        aria-label="Log time"
        aria-keyshortcuts={works ? `L ${ariaKeyShortcut(values.logTimeShortcut, platform)}` : 'L'}
        onClick={onPress}
      >
        <span className="log-time-sign" aria-hidden="true">
          <Plus size={14} strokeWidth={2.5} />
        </span>
        <span className="log-time-hint">Log time</span>
        {works && <KeyCaps accelerator={values.logTimeShortcut} platform={platform} />}
      </button>
      {refused && (
        <p className="foot-remark">
          {shortcut === 'taken'
            ? 'Its shortcut is used by another program.'
            : 'Its shortcut does not work here.'}{' '}
          <button type="button" className="link" onClick={onSettings}>
            Choose another
          </button>
        </p>
      )}
    </footer>
  );
}
