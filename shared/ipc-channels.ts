// One channel each way: the command's name is an argument, so an unknown one is refused in one
// place. Apart from ipc.ts, whose schemas would bring zod into the first file a launch reads.
export const COMMAND_CHANNEL = 'traybooks:command';
export const EVENT_CHANNEL = 'traybooks:event';
