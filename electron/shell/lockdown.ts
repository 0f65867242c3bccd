// Denies every page what none of ours needs: leaving its address, opening windows, embedding
// others, asking for the camera. A hole in the page must not become a hole in the desktop.
import { app, type Session, type WebContents } from 'electron';
import { PAGE_URL } from './page-file.ts';

export function lockDownPages(): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (url !== PAGE_URL) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
