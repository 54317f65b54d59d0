/** Notices a worker that does not start, and one that the browser ends without an event, as it may for lack of memory. */
import type * as Comlink from 'comlink';
import { withLimit } from '../base/abort';
import { LetheError, makeError } from '../base/errors';
import { limits, seconds } from '../base/limits';
import { englishErrors } from '../lab/error-catalogue';
import type { LabService } from './service';

/**
 * Why the worker is no longer there. A worker holds a lock; the browser frees it when the thread ends, however it ends.
 * Null if that can no longer be found out: `gone` aborted, or there are no locks (at an insecure address).
 */
export async function watch(
  service: Pick<Comlink.Remote<LabService>, 'start'>,
  gone: AbortSignal,
): Promise<LetheError | null> {
  const lock = `lethe/worker/${performance.timeOrigin}/${performance.now()}`;
  const { workerStart } = limits;
  const late = (): LetheError => makeError(englishErrors, 'worker/silent', { seconds: seconds(workerStart) });
  try {
    if (!(await withLimit(service.start(lock), workerStart, late, gone))) return null;
    await globalThis.navigator.locks.request(lock, { signal: gone }, () => undefined);
    return makeError(englishErrors, 'worker/vanished', {});
  } catch (error) {
    return error instanceof LetheError && !gone.aborted ? error : null;
  }
}
