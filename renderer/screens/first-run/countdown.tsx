// How long a sign-in still waits. Ticks only while someone can see it.
import { useNow } from '../../snapshot/use-visible.ts';

/** @param endsAtMs milliseconds since the epoch */
export function Countdown({ endsAtMs }: { readonly endsAtMs: number }) {
  const nowMs = useNow(1000);
  const seconds = Math.max(0, Math.round((endsAtMs - nowMs) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <p className="countdown quiet">Waiting for {clock} more</p>;
}
