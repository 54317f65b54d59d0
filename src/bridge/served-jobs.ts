/** Jobs on the worker’s side: each can be cancelled, and tells how it ended once the page has seen its events. */
import * as Comlink from 'comlink';
import { toPlain } from '../lab/error-catalogue';
import type { JobOutcome } from './live-worker';

export interface ServedJobs {
  /**
   * Runs `work`, which reports events, and never rejects. `what` names it where an error is not one of this program.
   */
  run<E, R>(
    id: number,
    what: string,
    onEvents: (events: readonly E[]) => Promise<void>,
    work: (signal: AbortSignal, report: (events: readonly E[]) => void) => Promise<R>,
  ): Promise<JobOutcome<R>>;
  cancel(id: number): void;
}

export function servedJobs(): ServedJobs {
  const controllers = new Map<number, AbortController>();
  return {
    async run(id, what, onEvents, work) {
      const controller = new AbortController();
      const { signal } = controller;
      controllers.set(id, controller);
      // Events and outcome travel through two ports, and may overtake each other: the outcome waits for the events.
      let seen = Promise.resolve();
      try {
        const result = await work(signal, (events) => {
          seen = onEvents(events).catch(() => undefined);
        });
        return { kind: 'done', result };
      } catch (error) {
        return signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', error: toPlain(error, what) };
      } finally {
        controllers.delete(id);
        await seen;
        closePort(onEvents);
      }
    },
    cancel(id) {
      controllers.get(id)?.abort();
    },
  };
}

/** A callback from the page keeps a message port open until it is released. */
function closePort(callback: object): void {
  const release: unknown = Reflect.get(callback, Comlink.releaseProxy);
  if (typeof release === 'function') Reflect.apply(release, callback, []);
}

/** On the worker's global object once it serves; registered, since each evaluation of a script has its own values. */
const SERVED = Symbol.for('lethe.served');

/** Offers what `service` makes to the page. Does nothing the second time: two services would both answer every message. */
export function exposeOnce(service: () => object): void {
  if (Object.hasOwn(globalThis, SERVED)) return;
  Object.defineProperty(globalThis, SERVED, { value: true });
  Comlink.expose(service());
}
