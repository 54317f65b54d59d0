/** Work on a device that may be lost meanwhile. */
import { unlessAborted } from '../base/abort';
import { LetheError } from '../base/errors';
import { fail } from './errors';

/** How long to wait, after work failed, for the device to report its loss; milliseconds. */
const GRACE = 250;

/**
 * Settles like `work`, or rejects with the reason of `gone` as soon as it aborts. Often the runtime notices first that
 * its device is lost, and throws an error that does not help; so a failure waits briefly for the real reason.
 * @throws LetheError runtime/failed, saying that `what` failed, for any other failure
 */
export async function whileThere<T>(work: Promise<T>, gone: AbortSignal, what: string): Promise<T> {
  try {
    return await unlessAborted(work, gone);
  } catch (error) {
    if (error instanceof LetheError) throw error;
    await settled(gone);
    gone.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return fail('runtime/failed', { what, reason }, error);
  }
}

/** Resolves when the signal aborts, or after the grace period. */
function settled(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, GRACE);
    signal.addEventListener('abort', end);
  });
}
