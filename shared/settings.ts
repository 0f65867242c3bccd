// What a person can choose, with its defaults. Secrets and data are not settings.
import { z } from 'zod';

const minuteOfDay = z.number().int().min(0).max(1440);
const wholeId = z.number().int().positive();

/** How a timer's length becomes an entry's. `toMinutes` 0: it stays as it is. */
const roundingSchema = z.object({
  toMinutes: z.union([z.literal(0), z.literal(6), z.literal(10), z.literal(15)]),
  direction: z.enum(['up', 'nearest']),
});

export type Rounding = Readonly<z.infer<typeof roundingSchema>>;

/** What time is logged on, chosen as one unit. */
const pinSchema = z.object({
  businessId: wholeId,
  clientId: wholeId.nullable(),
  projectId: wholeId.nullable(),
  serviceId: wholeId.nullable(),
  billable: z.boolean(),
});

export type Pin = Readonly<z.infer<typeof pinSchema>>;

export const settingsSchema = z.object({
  /** Electron accelerator that opens the quick-add bar from anywhere. */
  logTimeShortcut: z.string().min(1).max(60),
  refreshEveryMinutes: z.number().int().min(5).max(240),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Key: the business's id. A business without one is not rounded. */
  rounding: z.record(z.string().regex(/^\d+$/), roundingSchema),
  /** The goal line of a day's bar; 0 is none. */
  dayGoalMinutes: minuteOfDay,
  /** Where a hole in the day may be hatched. Days as in ISO 8601: 1 is Monday. */
  workingHours: z.object({
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
    days: z.array(z.number().int().min(1).max(7)).max(7),
  }),
  /** Without input for so long while a timer runs counts as away; 0 never asks. */
  awayAfterMinutes: z.number().int().min(0).max(240),
  pins: z.array(pinSchema).max(50),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  logTimeShortcut: 'CommandOrControl+Shift+T',
  refreshEveryMinutes: 15,
  appearance: 'system',
  rounding: {},
  dayGoalMinutes: 8 * 60,
  workingHours: { fromMinute: 9 * 60, toMinute: 17 * 60, days: [1, 2, 3, 4, 5] },
  awayAfterMinutes: 10,
  pins: [],
};
