// Who may call: our own page, in the top frame of our own window. Anything else is refused
// before its payload is looked at.
import type { IpcMainInvokeEvent, WebContents } from 'electron';

export function isOurPage(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  page: WebContents,
  origin: string,
): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    event.sender === page &&
    frame === page.mainFrame &&
    (frame.url === origin || frame.url.startsWith(`${origin}/`))
  );
}
