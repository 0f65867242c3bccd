// What a person can choose, and who is signed in.
import { ArrowLeft } from 'lucide-react';
import '../../look/settings.css';
import '../../look/connection.css';
import { Choose } from '../../parts/choose.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { AppearanceChoice } from './appearance-choice.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { ShortcutField } from './shortcut-field.tsx';
import { TimePanel } from './time-panel.tsx';

const INTERVALS = [
  { value: '5', words: '5 minutes' },
  { value: '15', words: '15 minutes' },
  { value: '30', words: '30 minutes' },
  { value: '60', words: 'hour' },
  { value: '240', words: '4 hours' },
] as const;

interface SettingsProps {
  readonly onBack: () => void;
  readonly onConnectAgain: () => void;
  readonly onAddLogin: () => void;
}

export default function Settings({ onBack, onConnectAgain, onAddLogin }: SettingsProps) {
  const { values, version } = useSlice('settings');
  const change = useCommand('settings.change');
  const link = useCommand('link.open');
  const minutes = String(values.refreshEveryMinutes);
  const intervals = INTERVALS.some(({ value }) => value === minutes)
    ? INTERVALS
    : [...INTERVALS, { value: minutes, words: `${minutes} minutes` }];
  return (
    <main className="screen">
      <header className="top drags">
        <button type="button" className="icon-button" aria-label="Back" onClick={onBack}>
          <ArrowLeft size={16} aria-hidden="true" />
        </button>
        <h1 className="top-title">Settings</h1>
      </header>
      <div className="body settings">
        {change.error && <TroubleNote error={change.error} about="here" />}
        <ConnectionPanel onConnectAgain={onConnectAgain} onAddLogin={onAddLogin} />
        <section className="panel" aria-label="Preferences">
          <ShortcutField onChange={(logTimeShortcut) => change.send({ logTimeShortcut })} />
          <div className="setting">
            <Choose
              label="Refresh every"
              options={intervals}
              value={minutes}
              onChange={(value) => void change.send({ refreshEveryMinutes: Number(value) })}
            />
          </div>
          <AppearanceChoice
            value={values.appearance}
            onChange={(appearance) => void change.send({ appearance })}
          />
        </section>
        <TimePanel onChange={(part) => void change.send(part)} />
        <footer className="settings-foot quiet">
          {link.error && <TroubleNote error={link.error} about="here" />}
          <p>Traybooks {version}. Not affiliated with FreshBooks.</p>
          <p>
            <button
              type="button"
              className="link"
              onClick={() => link.send({ url: 'https://my.freshbooks.com/' })}
            >
              Open FreshBooks
            </button>
            {' · '}
            <button
              type="button"
              className="link"
              onClick={() => link.send({ url: 'https://my.freshbooks.com/#/developer' })}
            >
              Developer page
            </button>
          </p>
        </footer>
      </div>
    </main>
  );
}
