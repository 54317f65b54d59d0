/** The moving mean of how long one kind of work takes. */

/** A total so far: units done, and the seconds that they took. */
interface Mark {
  readonly units: number;
  readonly seconds: number;
}

const nothing: Mark = { units: 0, seconds: 0 };

/** Totals, oldest first; the mean is over what lies between the first and the last. Empty: nothing was timed. */
export type Pace = readonly Mark[];

/** The mean is over at least so much, where there is so much. Events arrive in groups: single times mean little. */
const WINDOW = { times: 8, seconds: 4 };

/** The pace after `units` more, which took `seconds`. */
export function paced(pace: Pace, units: number, seconds: number): Pace {
  const before = totalOf(pace);
  const counted = Math.min(seconds, longest(pace, units));
  const now = { units: before.units + units, seconds: before.seconds + counted };
  const marks = [...(pace.length > 0 ? pace : [before]), now];
  const isEnough = (from: number): boolean =>
    marks.length - 1 - from >= WINDOW.times && now.seconds - (marks[from]?.seconds ?? 0) >= WINDOW.seconds;
  return marks.slice(marks.findIndex((_, i) => !isEnough(i + 1)));
}

/**
 * A time that counts at most: after several, one far longer is an interruption, such as a device that slept. If all are
 * so long from now on, the mean follows within a few.
 */
function longest(pace: Pace, units: number): number {
  const mean = timesIn(pace) < WINDOW.times ? null : secondsPerUnit(pace);
  return mean === null ? Infinity : 1 + 3 * mean * units;
}

/** Seconds per unit; null before any was timed. */
export function secondsPerUnit(pace: Pace): number | null {
  const { units, seconds } = spanOf(pace);
  return units === 0 ? null : seconds / units;
}

/** What the mean is over. */
export function spanOf(pace: Pace): Mark {
  const [first, last] = [pace[0] ?? nothing, pace.at(-1) ?? nothing];
  return { units: last.units - first.units, seconds: last.seconds - first.seconds };
}

/** Everything that was timed. */
export const totalOf = (pace: Pace): Mark => pace.at(-1) ?? nothing;

/** How many times are in the mean. */
export const timesIn = (pace: Pace): number => Math.max(0, pace.length - 1);
