/** The worker's side: jobs of a lab behind the service, one at a time. */
import * as Comlink from 'comlink';
import { Gate } from '../base/gate';
import { Lane } from '../base/lane';
import type { LabEvent } from '../lab/events';
import { startJob } from '../lab/jobs';
import type { Lab } from '../lab/lab';
import { toPlain, type LabService } from './service';

/** Runs a generator to its end, passing its events on; see workers/drain.ts. */
export type Drain = <R>(
  job: AsyncGenerator<LabEvent, R>,
  gate: Gate,
  onEvents: (events: readonly LabEvent[]) => void,
) => Promise<R>;

interface Running {
  readonly controller: AbortController;
  readonly gate: Gate;
}

/** Offers `lab` to the page that started this worker. */
export function serveLab(lab: Lab, drain: Drain): void {
  const lane = new Lane();
  const running = new Map<number, Running>();
  const service: LabService = {
    async run(id, name, input, onEvents) {
      const job = { controller: new AbortController(), gate: new Gate() };
      const { signal } = job.controller;
      running.set(id, job);
      try {
        const result = await lane.run(async () => {
          signal.throwIfAborted();
          return drain(startJob(lab, name, input, signal), job.gate, onEvents);
        });
        return { kind: 'done', result };
      } catch (error) {
        return signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', error: toPlain(error) };
      } finally {
        running.delete(id);
      }
    },
    cancel(id) {
      running.get(id)?.controller.abort();
      running.get(id)?.gate.resume();
    },
    pause: (id) => running.get(id)?.gate.pause(),
    resume: (id) => running.get(id)?.gate.resume(),
    memoryBytes: () => lab.memoryBytes(),
  };
  Comlink.expose(service);
}
