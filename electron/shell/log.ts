// Where bugs are told. The log file is opened for the first one; most days have none.

/**
 * From here on, exceptions and rejections nobody caught are logged, and the person sees no dialog
 * about them: there is nothing in it to act on.
 */
export function openLog(): { bug(error: unknown): void } {
  function bug(error: unknown): void {
    import('./log-file.ts').then(
      ({ writeBug }) => writeBug(error),
      // Without its file a log has nowhere to say so but here.
      () => console.error('The log could not be opened.'),
    );
  }
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);
  return { bug };
}
