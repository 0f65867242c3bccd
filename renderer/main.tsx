// Entry of the page: asks for the snapshot before anything else, and draws what is known. An
// answer that takes longer than an eye would notice is waited for on the bones.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './look/appearance.ts';
import './look/style.css';
import { App } from './app.tsx';
import { createSnapshotStore } from './snapshot/snapshot-store.ts';
import { TraybooksContext } from './snapshot/use-snapshot.ts';
import { followShowing } from './snapshot/use-visible.ts';
import { api } from './window-traybooks.ts';

const BONES_AFTER_MS = 100;

followShowing(api);
const store = createSnapshotStore(api);
const firstReading = store.read();
// Only pages are told of this, hidden ones too; the main process would have to keep asking.
window.addEventListener('online', () => void api.call('network.back'));

// The answer is mostly there within milliseconds, and drawing twice would take longer than that.
const patience = new Promise((resolve) => setTimeout(resolve, BONES_AFTER_MS));
void Promise.race([firstReading, patience]).then(draw);

function draw(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no root element');
  createRoot(root).render(
    <StrictMode>
      <TraybooksContext value={{ api, store }}>
        <App />
      </TraybooksContext>
    </StrictMode>,
  );
}
