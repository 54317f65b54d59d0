/** How a time left is said: as it is an estimate, to about a fifth. */
export type SaidTime =
  { readonly unit: 'moment' } | { readonly unit: 'seconds' | 'minutes' | 'hours'; readonly count: number };

/** Below so many seconds, it is a moment. */
export const MOMENT = 10;

export function saidTime(seconds: number): SaidTime {
  if (seconds < MOMENT) return { unit: 'moment' };
  const step = seconds < 30 ? 5 : 10;
  if (seconds < 90) return { unit: 'seconds', count: step * Math.round(seconds / step) };
  if (seconds < 100 * 60) return { unit: 'minutes', count: Math.round(seconds / 60) };
  return { unit: 'hours', count: Math.round(seconds / 3600) };
}
