// Requests carry the time no clock can be moved by, so that the proof knows, across lives, when a
// request that is late may arrive.
export const TRUE_TIME = 'x-true-time';
