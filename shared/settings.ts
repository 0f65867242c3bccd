// What a person can choose, with its defaults. Secrets and data are not settings.
import { z } from 'zod';

export const settingsSchema = z.object({
  /** Electron accelerator that opens the log-time window from anywhere. */
  logTimeShortcut: z.string().min(1).max(60),
  refreshEveryMinutes: z.number().int().min(5).max(240),
  appearance: z.enum(['system', 'light', 'dark']),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  logTimeShortcut: 'CommandOrControl+Shift+T',
  refreshEveryMinutes: 15,
  appearance: 'system',
};
