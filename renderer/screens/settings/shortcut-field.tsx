// Records a shortcut by having it pressed.
import { type KeyboardEvent, useState } from 'react';
import { acceleratorFrom, keyNames } from '../../parts/accelerator.ts';
import { KeyCaps } from '../../parts/key-caps.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';

const STATE_WORDS = {
  registered: null,
  unknown: null,
  taken: 'Another program uses these keys. Press the button and choose others.',
  invalid: 'These keys cannot be used here. Press the button and choose others.',
} as const;

interface ShortcutFieldProps {
  readonly onChange: (accelerator: string) => void;
}

export function ShortcutField({ onChange }: ShortcutFieldProps) {
  const { values, shortcut, platform } = useSlice('settings');
  const [recording, setRecording] = useState(false);
  const words = STATE_WORDS[shortcut];

  function pressKey(event: KeyboardEvent) {
    if (!recording) return;
    // Tab leaves as it does everywhere; everything else is meant as the shortcut.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setRecording(false);
      return;
    }
    const accelerator = acceleratorFrom(event, platform);
    if (accelerator === null) return;
    setRecording(false);
    if (accelerator !== values.logTimeShortcut) onChange(accelerator);
  }

  const keys = keyNames(values.logTimeShortcut, platform);
  return (
    <div className="setting">
      <div className="setting-line">
        <span className="setting-name">Log-time shortcut</span>
        <button
          type="button"
          className={recording ? 'recorder recorder-on' : 'recorder'}
          aria-label={
            recording ? 'Press the new keys' : `Log-time shortcut: ${keys}. Press to change it`
          }
          onClick={() => setRecording(true)}
          onKeyDown={pressKey}
          onBlur={() => setRecording(false)}
        >
          {recording ? (
            'Press the new keys'
          ) : (
            <KeyCaps accelerator={values.logTimeShortcut} platform={platform} />
          )}
        </button>
      </div>
      {words ? (
        <p className="field-error" role="alert">
          {words}
        </p>
      ) : (
        <p className="quiet setting-hint">Opens the quick-add bar from anywhere.</p>
      )}
    </div>
  );
}
