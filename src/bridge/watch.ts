/** Notices a worker that does not start, and one that the browser ends without an event, as it may for lack of memory. */
import * as Comlink from 'comlink';
import { withLimit } from '../base/abort';
import { LetheError, makeError } from '../base/errors';
import { limits, seconds } from '../base/limits';
import { englishErrors } from '../lab/error-catalogue';
import type { LivingService } from './signs-of-life';

/**
 * Why the worker is no longer there, by its signs of life (signs-of-life.ts). Null if that can no longer be found out:
 * `gone` aborted, or the worker cannot give any.
 */
export async function watch(
  service: Pick<Comlink.Remote<LivingService>, 'start'>,
  gone: AbortSignal,
): Promise<LetheError | null> {
  const lock = `lethe/worker/${performance.timeOrigin}/${performance.now()}`;
  const { port1, port2 } = new MessageChannel();
  const { workerStart } = limits;
  const late = (): LetheError => makeError(englishErrors, 'worker/silent', { seconds: seconds(workerStart) });
  try {
    const started = service.start(lock, Comlink.transfer(port2, [port2]));
    const sign = await withLimit(started, workerStart, late, gone);
    if (sign === null) return null;
    if (sign === 'pulse') await untilStill(port1, gone);
    else await globalThis.navigator.locks.request(lock, { signal: gone }, () => undefined);
    return makeError(englishErrors, 'worker/vanished', {});
  } catch (error) {
    return error instanceof LetheError && !gone.aborted ? error : null;
  } finally {
    port1.close();
  }
}

/**
 * Looks without a beat in between until a pulse counts as still. They are counted, not timed: a page that was asleep
 * finds its messages only after its timers.
 */
const LOOKS = 4;

/** Rejects with the reason of `gone` once it aborts. */
function untilStill(port: MessagePort, gone: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let still = 0;
    port.onmessage = () => (still = 0);
    const end = (settle: () => void): void => {
      clearInterval(timer);
      gone.removeEventListener('abort', onGone);
      settle();
    };
    const onGone = (): void => end(() => reject(gone.reason as Error));
    const timer = setInterval(() => {
      still += 1;
      if (still === LOOKS) end(resolve);
    }, limits.pulse / LOOKS);
    gone.addEventListener('abort', onGone);
  });
}
