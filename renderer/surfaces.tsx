// Which screen the window shows now: signing in, the popover, the log-time form or the settings.
import { useEffect, useLayoutEffect } from 'react';
import { chooseAppearance } from './look/appearance.ts';
import { loadLater } from './parts/load-later.tsx';
import { useSettled } from './parts/use-settled.ts';
import { Connect } from './screens/first-run/connect.tsx';
import { useSignIn } from './screens/first-run/use-sign-in.ts';
import { Waiting } from './screens/first-run/waiting.tsx';
import { Welcome } from './screens/first-run/welcome.tsx';
import { useTimeLog } from './screens/log-time/use-time-log.ts';
import { Popover } from './screens/popover/popover.tsx';
import { useSlice } from './snapshot/use-snapshot.ts';
import { useSurface } from './snapshot/use-surface.ts';
import { useEscape } from './use-escape.ts';

const LogTime = loadLater(() => import('./screens/log-time/log-time.tsx'));
const Settings = loadLater(() => import('./screens/settings/settings.tsx'));

export function Surfaces() {
  const { surface, showing, go, back } = useSurface();
  const { connections, active } = useSlice('connection');
  const { values } = useSlice('settings');
  const signIn = useSignIn();
  const log = useTimeLog();
  const connection = connections.find(({ id }) => id === active);

  useLayoutEffect(() => chooseAppearance(values.appearance), [values.appearance]);
  const settled = useSettled();
  useEffect(() => {
    // Before anyone presses the shortcut: a form that comes late swallows the first keys.
    if (settled) void LogTime.load();
  }, [settled]);

  const isConnecting = signIn.isConnecting && !signIn.underWay && surface === 'popover';
  useEscape(isConnecting ? signIn.stopConnecting : back);

  if (surface === 'settings') {
    return <Settings.Part fallback={<main className="screen" />} onBack={() => go('popover')} />;
  }
  if (surface === 'log-time' && connection) {
    return (
      <LogTime.Part
        fallback={<main className="screen" />}
        log={log}
        showing={showing}
        onClose={back}
      />
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
      problem={signIn.problem}
      onDismissProblem={signIn.dismissProblem}
      justConnected={signIn.justConnected}
      onOpened={signIn.open}
      onLogTime={() => go('log-time')}
      onSettings={() => go('settings')}
      onConnect={connection.source === 'sandbox' ? signIn.withSampleData : signIn.startConnecting}
    />
  );
}
