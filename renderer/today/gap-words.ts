// A hole in the day as one would say it.
import type { Gap } from '../../shared/day-gaps.ts';
import { formatTimeOfDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';

const KIND_WORDS = { free: 'free', 'since-last': 'since the last entry', away: 'away' } as const;

/** "10:30 – 11:15" and "45 m free". */
export function gapWords({ fromMs, toMs, kind }: Gap, timeZone: string, locale?: string) {
  const times = [fromMs, toMs].map((each) => formatTimeOfDay(each, timeZone, locale));
  const length = formatDuration((toMs - fromMs) / 1000);
  return { times: times.join(' – '), length: `${length} ${KIND_WORDS[kind]}` };
}
