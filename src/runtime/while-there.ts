/** Work on a device that may go away meanwhile. */
import { unlessAborted } from '../base/abort';
import { LetheError } from '../base/errors';
import { fail } from './errors';

/** How long the news of a lost device may take after the work on it failed, in milliseconds. */
const GRACE = 250;

/**
 * Settles like `work`, or rejects with the reason of `gone` as soon as it aborts. Often the runtime is the first to
 * notice that its device is lost, and says so in words that help nobody: the true reason then has a moment to come.
 * @throws LetheError runtime/failed, saying `what` failed, for whatever else goes wrong
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

/** Until the signal aborts, at most for the grace. */
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
