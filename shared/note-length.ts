/** Long enough for any note FreshBooks takes, short enough to refuse a flood. */
export const NOTE_LENGTH = 2000;
