// Timers that run for businesses other than the one that is shown: nobody may forget them there.
import { businessName } from '../../shared/business-name.ts';
import type { BusinessId } from '../../shared/ids.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';

interface TimersBesideProps {
  readonly onShow: (business: BusinessId) => void;
}

export function TimersBeside({ onShow }: TimersBesideProps) {
  const { runsFor } = useSlice('timer');
  const { list } = useSlice('businesses');
  return runsFor.map((id) => (
    <div key={id} className="note note-notice" role="status">
      <p>A timer runs for {businessName(id, list)}.</p>
      {list.some((one) => one.id === id) && (
        <button type="button" className="button button-small" onClick={() => onShow(id)}>
          Show it
        </button>
      )}
    </div>
  ));
}
