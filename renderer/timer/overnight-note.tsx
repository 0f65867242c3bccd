// Asked once about a timer that ran through a night: mostly it was forgotten.

interface OvernightNoteProps {
  /** "4:40 pm yesterday". */
  readonly since: string;
  readonly onSeen: () => void;
  readonly onChangeStart: () => void;
}

export function OvernightNote({ since, onSeen, onChangeStart }: OvernightNoteProps) {
  return (
    <div className="note note-quiet timer-overnight" role="alert">
      <p>
        <strong>This timer ran through the night</strong>, since {since}.
      </p>
      <div className="note-actions">
        <button type="button" className="button button-small" onClick={onSeen}>
          That is right
        </button>
        <button type="button" className="button button-small" onClick={onChangeStart}>
          Change its start
        </button>
      </div>
    </div>
  );
}
