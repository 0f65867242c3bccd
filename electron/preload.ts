// The one bridge between the page and the main process. It passes exactly the commands of
// shared/ipc.ts and hands the page data only: no Electron object ever crosses.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { COMMANDS, type TraybooksApi, type TraybooksEvent } from '../shared/ipc.ts';
import { COMMAND_CHANNEL, EVENT_CHANNEL } from '../shared/ipc-channels.ts';

const api: TraybooksApi = {
  call(name, ...input) {
    if (!COMMANDS.includes(name)) return Promise.reject(new Error('No such command'));
    return ipcRenderer.invoke(COMMAND_CHANNEL, name, input[0]);
  },
  subscribe(listener) {
    const pass = (_event: IpcRendererEvent, event: TraybooksEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, pass);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, pass);
    };
  },
};

contextBridge.exposeInMainWorld('traybooks', api);
