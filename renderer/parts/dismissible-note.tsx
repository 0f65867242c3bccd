// Something said once, quietly, that goes when it has been read.
import { X } from 'lucide-react';

interface DismissibleNoteProps {
  readonly text: string;
  readonly onDismiss: () => void;
}

export function DismissibleNote({ text, onDismiss }: DismissibleNoteProps) {
  return (
    <div className="note note-notice" role="status">
      <p>{text}</p>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
