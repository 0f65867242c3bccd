// Waits for the first snapshot on the popover's own bones.
import { TroubleNote } from './parts/trouble-note.tsx';
import { PopoverBones } from './screens/popover/popover-bones.tsx';
import { useReadingStatus, useTraybooks } from './snapshot/use-snapshot.ts';
import { Surfaces } from './surfaces.tsx';

export function App() {
  const { store } = useTraybooks();
  const status = useReadingStatus();
  if (status === 'reading') return <PopoverBones />;
  if (status === 'ready') return <Surfaces />;
  const reading = store.current();
  return (
    <main className="screen">
      <h1 className="visually-hidden">Traybooks</h1>
      <div className="body">
        <div className="attention">
          {reading.status === 'failed' && (
            <TroubleNote
              error={reading.error}
              nextStep={{ words: 'Try again', take: () => void store.read() }}
            />
          )}
        </div>
      </div>
    </main>
  );
}
