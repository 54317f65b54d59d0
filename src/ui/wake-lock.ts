/** Keeps the screen on while something long runs, where the browser can; elsewhere it does nothing. */

/** Resolves with what lets the screen sleep again. Never throws. */
export async function keepAwake(): Promise<() => Promise<void>> {
  if (!('wakeLock' in navigator)) return () => Promise.resolve();
  try {
    const lock = await navigator.wakeLock.request('screen');
    return () => lock.release();
  } catch {
    // Refused, as on a low battery or a hidden page: the run goes on all the same.
    return () => Promise.resolve();
  }
}
