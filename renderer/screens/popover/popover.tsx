// The popover: what is owed, today's hours, and the way to log more. Full, empty, loading and
// failed all stand on the same bones, so that nothing jumps.
import { useCallback, useRef } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import type { Editing } from '../../entry-editor/use-editing.ts';
import { DismissibleNote } from '../../parts/dismissible-note.tsx';
import { loadLater } from '../../parts/load-later.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import type { QuickLine } from '../../quick-add/quick-line.ts';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { TimerBar } from '../../timer/timer-bar.tsx';
import { TimersBeside } from '../../timer/timers-beside.tsx';
import type { AwayDraft } from '../../timer/use-away-draft.ts';
import { TodaySection } from '../../today/today-section.tsx';
import { UndoBar } from '../../today/undo-bar.tsx';
import { UnbilledSection } from '../../unbilled/unbilled-section.tsx';
import { Attention } from './attention.tsx';
import { ConnectedCard } from './connected-card.tsx';
import { Header } from './header.tsx';
import { InvoicesSection } from './invoices-section.tsx';
import { OwedSection } from './owed-section.tsx';
import { QuickAddFoot } from './quick-add-foot.tsx';
import { TimeOnly } from './time-only.tsx';
import type { Keeping } from './use-keeping.ts';
import { usePopoverKeys } from './use-popover-keys.ts';
import type { QuietPrompt } from './use-quiet-prompt.ts';

const AwayPrompt = loadLater(() => import('../../timer/away-prompt.tsx'));

interface PopoverProps {
  readonly connection: Connection;
  readonly problem: TraybooksError | null;
  readonly onDismissProblem: () => void;
  readonly prompt: QuietPrompt;
  readonly keeping: Keeping;
  readonly line: QuickLine;
  readonly editing: Editing;
  readonly awayDraft: AwayDraft;
  readonly onSettings: () => void;
  readonly onConnectAgain: () => void;
  readonly onSetUp: () => void;
}

export function Popover(props: PopoverProps) {
  const { connection, keeping, line } = props;
  const isAsked = keeping.isAsked(connection);
  const businesses = useSlice('businesses');
  const refresh = useCommand('sync.refresh');
  const choose = useCommand('business.choose');
  const use = useCommand('connection.use');
  const onRefresh = () => void refresh.send();
  const input = useRef<HTMLInputElement>(null);
  const toLine = useCallback(() => input.current?.focus(), []);
  usePopoverKeys({ r: onRefresh, l: toLine });

  const latestLine = useRef(line);
  latestLine.current = line;
  /**
   * The line with this in it, to be gone on with: `2026-11-11 10:30-11:15 `. One function for good:
   * the days are not drawn again at every key that is pressed in the line.
   */
  const addTo = useCallback((prefill: string) => {
    latestLine.current.prefill(prefill);
    input.current?.focus();
  }, []);

  const business = businesses.list.find(({ id }) => id === businesses.chosen);
  const { unavailable } = useSlice('invoices');
  const { away } = useSlice('timer');
  const timeOnly = business && (business.accountId === null || unavailable === 'no-accounting');
  return (
    <main className="screen">
      <h1 className="visually-hidden">Traybooks</h1>
      <Header
        onChooseBusiness={(businessId) => void choose.send({ businessId })}
        onUseLogin={(connectionId) => void use.send({ connectionId })}
        onRefresh={onRefresh}
        onSettings={props.onSettings}
      />
      <div className="body">
        <TimersBeside onShow={(businessId) => void choose.send({ businessId })} />
        {away && (
          <AwayPrompt.Part key={away.fromMs} fallback={null} gap={away} draft={props.awayDraft} />
        )}
        <Attention
          connection={connection}
          prompt={props.prompt}
          problem={props.problem}
          onDismissProblem={props.onDismissProblem}
          onConnectAgain={props.onConnectAgain}
          onSetUp={props.onSetUp}
          onRefresh={onRefresh}
        />
        {choose.error && (
          <TroubleNote error={choose.error} about="here" onDismiss={choose.forget} />
        )}
        {use.error && <TroubleNote error={use.error} about="here" onDismiss={use.forget} />}
        {keeping.keeping.error && (
          <TroubleNote
            error={keeping.keeping.error}
            about="here"
            onDismiss={keeping.keeping.forget}
          />
        )}
        {keeping.parting && (
          <DismissibleNote text={keeping.parting} onDismiss={keeping.dismissParting} />
        )}
        {isAsked && <ConnectedCard connection={connection} keeping={keeping} />}
        {timeOnly ? (
          <TimeOnly business={business} />
        ) : (
          <>
            <OwedSection />
            <UnbilledSection />
            <InvoicesSection onConnectAgain={props.onConnectAgain} />
          </>
        )}
        {/* The card has its place until it is answered: the two together would not fit. */}
        {!(isAsked && !timeOnly) && (
          <TodaySection editing={props.editing} onAdd={addTo} toLine={toLine} />
        )}
      </div>
      <UndoBar />
      <TimerBar />
      <QuickAddFoot line={line} input={input} onSettings={props.onSettings} />
    </main>
  );
}
