// What the person should know once, wherever they are when they look; kept until dismissed.
import { X } from 'lucide-react';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { TroubleNote } from './trouble-note.tsx';

export function Notices() {
  const notices = useSlice('notices');
  const dismiss = useCommand('notice.dismiss');
  return (
    <>
      {notices.map(({ id, text }) => (
        <div key={id} className="note note-quiet note-notice" role="alert">
          <p>{text}</p>
          <button
            type="button"
            className="icon-button"
            aria-label="Dismiss"
            onClick={() => dismiss.send({ id })}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
      {dismiss.error && (
        <TroubleNote error={dismiss.error} about="here" onDismiss={dismiss.forget} />
      )}
    </>
  );
}
