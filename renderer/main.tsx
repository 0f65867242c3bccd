// Entry of the page: asks for the snapshot before React is even started, draws the bones, and
// lets the answer fill them.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './look/appearance.ts';
import './look/style.css';
import { App } from './app.tsx';
import { createSnapshotStore } from './snapshot/snapshot-store.ts';
import { TraybooksContext } from './snapshot/use-snapshot.ts';
import { followShowing } from './snapshot/use-visible.ts';
import { api } from './window-traybooks.ts';

followShowing(api);
const store = createSnapshotStore(api);
void store.read();
// Only pages are told of this, hidden ones too; the main process would have to keep asking.
window.addEventListener('online', () => void api.call('network.back'));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element');
createRoot(root).render(
  <StrictMode>
    <TraybooksContext value={{ api, store }}>
      <App />
    </TraybooksContext>
  </StrictMode>,
);
