// Which screen the window shows now: signing in, the popover, the quick-add bar or the settings.
import { useDeferredValue, useEffect, useLayoutEffect, useState } from 'react';
import { useEditing } from './entry-editor/use-editing.ts';
import { chooseAppearance } from './look/appearance.ts';
import { loadLater } from './parts/load-later.tsx';
import { useSettled } from './parts/use-settled.ts';
import { createQuickLine } from './quick-add/quick-line.ts';
import { Connect } from './screens/first-run/connect.tsx';
import { useSignIn } from './screens/first-run/use-sign-in.ts';
import { Waiting } from './screens/first-run/waiting.tsx';
import { Welcome } from './screens/first-run/welcome.tsx';
import { Popover } from './screens/popover/popover.tsx';
import { useKeeping } from './screens/popover/use-keeping.ts';
import { useQuietPrompt } from './screens/popover/use-quiet-prompt.ts';
import { useSlice, useTraybooks } from './snapshot/use-snapshot.ts';
import { useSurface } from './snapshot/use-surface.ts';
import { useAwayDraft } from './timer/use-away-draft.ts';
import { useEscape } from './use-escape.ts';

const LogTime = loadLater(() => import('./screens/log-time/log-time.tsx'));
const Settings = loadLater(() => import('./screens/settings/settings.tsx'));

export function Surfaces() {
  const { surface, showing, leaving, go, back } = useSurface();
  const { connections, active } = useSlice('connection');
  const { values } = useSlice('settings');
  const signIn = useSignIn();
  const { api } = useTraybooks();
  const [line] = useState(() => createQuickLine(api));
  const prompt = useQuietPrompt();
  const editing = useEditing();
  const awayDraft = useAwayDraft();
  const keeping = useKeeping(signIn.justConnected, signIn.open);
  const connection = connections.find(({ id }) => id === active);

  useLayoutEffect(() => chooseAppearance(values.appearance), [values.appearance]);
  const isLogging = surface === 'log-time' && connection !== undefined;
  useBarInReserve();
  // What the bar covers is only hidden at first, and taken down once the bar is on the screen.
  const wasLogging = useDeferredValue(isLogging);

  const isConnecting = signIn.isConnecting && !signIn.underWay && surface === 'popover';
  useEscape(isConnecting ? signIn.stopConnecting : back);

  return (
    <>
      <div className="surface" hidden={isLogging}>
        {(!isLogging || !wasLogging) && screen()}
      </div>
      {isLogging && (
        <LogTime.Part
          key={leaving}
          fallback={<main className="screen" />}
          line={line}
          showing={showing}
        />
      )}
    </>
  );

  function screen() {
    if (surface === 'settings') {
      return (
        <Settings.Part
          fallback={<main className="screen" />}
          onBack={() => go('popover')}
          onConnectAgain={() => {
            if (connection) signIn.withStored(connection);
            go('popover');
          }}
          onAddLogin={() => {
            signIn.startConnecting();
            go('popover');
          }}
        />
      );
    }
    if (signIn.underWay) {
      const { verdict } = signIn;
      const unclear = verdict?.kind === 'unclear' ? verdict.error : null;
      return <Waiting signIn={signIn.underWay} unclear={unclear} />;
    }
    if (signIn.isConnecting) {
      return (
        <Connect
          credentials={signIn.credentials}
          verdict={signIn.verdict}
          problem={signIn.problem}
          underWay={signIn.isStarting}
          onChange={signIn.setCredentials}
          onPasted={signIn.pasteCredentials}
          onCheck={signIn.checkCredentials}
          onContinue={signIn.withCredentials}
          onGoOn={signIn.withUncheckedCredentials}
          onBack={signIn.stopConnecting}
        />
      );
    }
    if (!connection) {
      return (
        <Welcome
          problem={signIn.problem}
          starting={signIn.isStarting}
          parting={keeping.parting}
          onDismissParting={keeping.dismissParting}
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
        prompt={prompt}
        keeping={keeping}
        line={line}
        editing={editing}
        awayDraft={awayDraft}
        onSettings={() => go('settings')}
        onConnectAgain={() => signIn.withStored(connection)}
        onSetUp={connection.source === 'sandbox' ? signIn.withSampleData : signIn.startConnecting}
      />
    );
  }
}

/** Loaded before anyone presses the shortcut: a bar that comes late swallows the first keys. */
function useBarInReserve(): void {
  const settled = useSettled();
  useEffect(() => {
    if (settled) void LogTime.load();
  }, [settled]);
}
