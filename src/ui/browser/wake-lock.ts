/** Keeps the screen on during long runs in browsers that support it; elsewhere it does nothing. */

/** Resolves with a function that releases the lock. Never throws. */
export async function keepAwake(): Promise<() => Promise<void>> {
  if (!('wakeLock' in navigator)) return () => Promise.resolve();
  try {
    const lock = await navigator.wakeLock.request('screen');
    return () => lock.release();
  } catch {
    // Refused, for example on low battery or a hidden page: the run continues regardless.
    return () => Promise.resolve();
  }
}
