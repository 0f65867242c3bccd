// The app opened once more while it runs: by a person, who wants to see it, or by a caller on the
// command line, who wants an answer and no window.
import { app } from 'electron';

export interface FurtherLaunches {
  readonly show: () => void;
  /** @param requestFolder as it came through the channel, to be doubted */
  readonly answer: (requestFolder: unknown) => void;
}

export function followFurtherLaunches({ show, answer }: FurtherLaunches): void {
  app.on('second-instance', (_event, _argv, _workingFolder, note: unknown) => {
    if (isFromCaller(note)) answer(note.requestFolder);
    else show();
  });
  // On macOS from the Finder, or from the Dock.
  app.on('activate', show);
}

function isFromCaller(note: unknown): note is { readonly requestFolder: unknown } {
  return (
    typeof note === 'object' &&
    note !== null &&
    'requestFolder' in note &&
    note.requestFolder !== null
  );
}
