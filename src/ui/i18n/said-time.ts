/** How a time left is said: as it is an estimate, to about a fifth. */
export type SaidTime =
  { readonly unit: 'moment' } | { readonly unit: 'seconds' | 'minutes' | 'hours'; readonly count: number };

/** Below so many seconds, it is a moment. */
export const MOMENT = 10;

export function saidTime(seconds: number): SaidTime {
  if (seconds < MOMENT) return { unit: 'moment' };
  if (seconds < 90) return { unit: 'seconds', count: 10 * Math.round(seconds / 10) };
  if (seconds < 100 * 60) return { unit: 'minutes', count: Math.round(seconds / 60) };
  return { unit: 'hours', count: Math.round(seconds / 3600) };
}
