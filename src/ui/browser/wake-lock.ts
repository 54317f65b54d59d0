/** Keeps the screen on during long runs in browsers that support it; elsewhere it does nothing. */

/** Resolves at once, with a function that lets the screen go off again: no run waits for the browser's answer. */
export function keepAwake(): Promise<() => Promise<void>> {
  const lock = ask().catch(() => null); // refused, for example on low battery or a hidden page
  return Promise.resolve(() => {
    void lock.then((held) => held?.release()).catch(() => undefined);
    return Promise.resolve();
  });
}

async function ask(): Promise<WakeLockSentinel | null> {
  return 'wakeLock' in navigator ? navigator.wakeLock.request('screen') : null;
}
