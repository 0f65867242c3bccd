// Logging time: the form on top, and what today is made of below it, where the saved entry
// appears.

import { X } from 'lucide-react';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { LogTimeForm } from './log-time-form.tsx';
import type { TimeLog } from './use-time-log.ts';

interface LogTimeProps {
  readonly log: TimeLog;
  readonly showing: number;
  readonly onClose: () => void;
}

export default function LogTime({ log, showing, onClose }: LogTimeProps) {
  const { list, chosen } = useSlice('businesses');
  const business = list.find(({ id }) => id === chosen);
  return (
    <main className="screen">
      <header className="top drags">
        <h1 className="top-title">
          Log time {business && <span className="quiet top-aside">{business.name}</span>}
        </h1>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          title="Close (Esc)"
          onClick={onClose}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="body">
        <LogTimeForm log={log} showing={showing} />
      </div>
    </main>
  );
}
