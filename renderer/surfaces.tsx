// Which screen the window shows now: signing in, the popover, the log-time form or the settings.
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { chooseAppearance } from './look/appearance.ts';
import { Connect } from './screens/first-run/connect.tsx';
import { useSignIn } from './screens/first-run/use-sign-in.ts';
import { Waiting } from './screens/first-run/waiting.tsx';
import { Welcome } from './screens/first-run/welcome.tsx';
import { EMPTY_DRAFT } from './screens/log-time/draft.ts';
import { Popover } from './screens/popover/popover.tsx';
import { useSlice } from './snapshot/use-snapshot.ts';
import { useSurface } from './snapshot/use-surface.ts';
import { useEscape } from './use-escape.ts';

const loadLogTime = () => import('./screens/log-time/log-time.tsx');
const LogTime = lazy(loadLogTime);
const Settings = lazy(() => import('./screens/settings/settings.tsx'));

/** After the first paint, but long before anyone could press the shortcut. */
const LOAD_REST_AFTER_MS = 150;

export function Surfaces() {
  const { surface, showing, go, back } = useSurface();
  const { connections, active } = useSlice('connection');
  const { values } = useSlice('settings');
  const signIn = useSignIn();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const connection = connections.find(({ id }) => id === active);

  useLayoutEffect(() => chooseAppearance(values.appearance), [values.appearance]);
  useEffect(() => {
    const timer = setTimeout(() => void loadLogTime(), LOAD_REST_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const isConnecting = signIn.isConnecting && !signIn.underWay && surface === 'popover';
  useEscape(isConnecting ? signIn.stopConnecting : back);

  if (surface === 'settings') {
    return (
      <Suspense fallback={<main className="screen" />}>
        <Settings onBack={() => go('popover')} />
      </Suspense>
    );
  }
  if (surface === 'log-time' && connection) {
    return (
      <Suspense fallback={<main className="screen" />}>
        <LogTime draft={draft} onChange={setDraft} showing={showing} onClose={back} />
      </Suspense>
    );
  }
  if (signIn.underWay) return <Waiting signIn={signIn.underWay} />;
  if (signIn.isConnecting) {
    return (
      <Connect
        credentials={signIn.credentials}
        problem={signIn.problem}
        underWay={signIn.isStarting}
        onChange={signIn.setCredentials}
        onContinue={signIn.withCredentials}
        onBack={signIn.stopConnecting}
      />
    );
  }
  if (!connection) {
    return (
      <Welcome
        problem={signIn.problem}
        starting={signIn.isStarting}
        onConnect={signIn.startConnecting}
        onSampleData={signIn.withSampleData}
      />
    );
  }
  return (
    <Popover
      connection={connection}
      justConnected={signIn.justConnected}
      onOpened={signIn.open}
      onLogTime={() => go('log-time')}
      onSettings={() => go('settings')}
      onConnect={connection.source === 'sandbox' ? signIn.withSampleData : signIn.startConnecting}
    />
  );
}
