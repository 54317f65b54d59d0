/** The time that the page shows: it falls, and is put right only if it has become wrong by much. */

/** A time left, in seconds, and when it was shown. */
export interface Shown {
  readonly seconds: number;
  readonly at: number;
}

/** Seconds in which the shown time comes near a lower estimate: one quick step must not lower it for good. */
const SETTLE = 5;
/** From this multiple of the shown time on, an estimate corrects it upwards: the device has become slower. */
const WRONG = 1.35;

/** What to show of `estimate` at `now`, in seconds, after `before`; null where there is none. */
export function fallen(before: Shown | null, estimate: number | null, now: number): Shown | null {
  if (estimate === null) return null;
  if (!before || estimate > before.seconds * WRONG + 1) return { seconds: estimate, at: now };
  const passed = now - before.at;
  const gap = before.seconds - estimate;
  if (gap <= 0) return { ...before, at: now };
  const fall = Math.max(passed, gap * Math.min(1, passed / SETTLE));
  return { seconds: Math.max(estimate, before.seconds - fall), at: now };
}
