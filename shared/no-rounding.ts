// A timer's length as it is. In a file of its own, for the page: the settings bring a schema library.
import type { Rounding } from './settings.ts';

export const NO_ROUNDING: Rounding = { toMinutes: 0, direction: 'nearest' };
