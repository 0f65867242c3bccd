// What the preload put there; the page has no other way out.
import type { TraybooksApi } from '../shared/ipc.ts';

declare global {
  interface Window {
    readonly traybooks: TraybooksApi;
  }
}

export const api: TraybooksApi = window.traybooks;
