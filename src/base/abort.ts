/** Promises and abort signals. */

/** Settles like `promise`, or rejects with the signal's reason as soon as it aborts. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => undefined); // if it fails after the signal aborts, nothing is left to tell
  signal.throwIfAborted();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
  });
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort); // a signal may outlive many promises
  }
}

/**
 * Settles like `promise`; rejects with `late()` if that takes more than `ms` milliseconds, or with the signal's reason as
 * soon as it aborts. What the promise stands for goes on all the same: the caller no longer waits for it.
 */
export async function withLimit<T>(
  promise: Promise<T>,
  ms: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(late()), ms);
  const onAbort = (): void => end.abort(signal?.reason);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener('abort', onAbort);
  try {
    return await unlessAborted(promise, end.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
