// FreshBooks' running timers, which are hardly documented (freshbooks-api.md §6.3).
import { failed } from '../../shared/result.ts';
import type { RunningTimers } from '../../shared/running-timers.ts';

const NOT_THERE = failed({ code: 'server-trouble', status: null, detail: 'timers' });

export function createRunningTimers(): RunningTimers {
  const refuse = () => Promise.resolve(NOT_THERE);
  return {
    list: refuse,
    start: refuse,
    pause: refuse,
    resume: refuse,
    change: refuse,
    log: refuse,
    discard: refuse,
  };
}
