/** Work on a device that may be lost meanwhile. */
import { withLimit } from '../base/abort';
import { LetheError, makeError } from '../base/errors';
import { limits, seconds } from '../base/limits';
import { fail, runtimeErrors } from './errors';

/**
 * Settles like `work`, or rejects with the reason of `gone` as soon as it aborts. Often the runtime notices first that
 * its device is lost, and throws an error that does not help; so a failure waits briefly for the real reason.
 * @throws LetheError runtime/graphics-silent after `limits.graphics`, which only a graphics device can reach: others block
 * their thread. runtime/failed, saying that `what` failed, for any other failure
 */
export async function whileThere<T>(work: Promise<T>, gone: AbortSignal, what: string): Promise<T> {
  try {
    return await withLimit(work, limits.graphics, silent, gone);
  } catch (error) {
    if (error instanceof LetheError) throw error;
    await settled(gone);
    gone.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return fail('runtime/failed', { what, reason }, error);
  }
}

const silent = (): LetheError =>
  makeError(runtimeErrors, 'runtime/graphics-silent', { seconds: seconds(limits.graphics) });

/** Resolves when the signal aborts, or when no report of a loss is to be expected any more. */
function settled(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, limits.lossReport);
    signal.addEventListener('abort', end);
  });
}
