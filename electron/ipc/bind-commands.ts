// The door between the page and the workspace. One channel, so that nothing can be bound
// around the checks.
import { ipcMain, type WebContents } from 'electron';
import { COMMAND_CHANNEL } from '../../shared/ipc-channels.ts';
import { failed } from '../../shared/result.ts';
import type { answerCommand, CommandHandlers } from './answer-command.ts';
import { isOurPage } from './sender.ts';

export interface CommandDoor {
  readonly handlers: CommandHandlers;
  readonly answerCommand: typeof answerCommand;
  readonly reportBug: (error: unknown) => void;
}

/**
 * @param origin the page's own, e.g. `app://traybooks`
 * @param door may still be opening: the page is allowed to ask before the rooms are ready
 */
export function bindCommands(page: WebContents, origin: string, door: Promise<CommandDoor>): void {
  ipcMain.handle(COMMAND_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOurPage(event, page, origin)) return failed({ code: 'bug', detail: 'foreign sender' });
    const { answerCommand, handlers, reportBug } = await door;
    return answerCommand(handlers, name, input, reportBug);
  });
}
