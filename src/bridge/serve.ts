/** The worker's side of the bridge: runs the jobs of a lab, one at a time; questions are answered between two steps. */
import * as Comlink from 'comlink';
import { PauseGate } from '../base/pause-gate';
import { SerialQueue } from '../base/serial-queue';
import type { LabEvent } from '../lab/events';
import { toPlain } from '../lab/error-catalogue';
import { startJob, type JobResult } from '../lab/jobs';
import type { Lab } from '../lab/lab';
import { peakMemory } from '../runtime/peak-memory';
import { durable, type StoreHealth } from '../store/durable';
import type { KeyValue } from '../store/key-value';
import { projectStore } from '../store/project-store';
import type { LabService } from './service';
import { showLife } from './signs-of-life';

/** Runs a generator to its end and passes on its events; see workers/drain.ts. */
export type Drain = <R>(
  job: AsyncGenerator<LabEvent, R>,
  gate: PauseGate,
  onEvents: (events: readonly LabEvent[]) => void,
) => Promise<R>;

/** On the worker's global object once it serves a lab; registered, since each evaluation of a script has its own values. */
const SERVED = Symbol.for('lethe.served');

/**
 * Exposes `lab` to the page that started this worker; `database` holds all projects. Does nothing the second time:
 * two labs would both answer every message.
 */
export function serveLab(lab: Lab, drain: Drain, database: KeyValue): void {
  if (Object.hasOwn(globalThis, SERVED)) return;
  Object.defineProperty(globalThis, SERVED, { value: true });
  Comlink.expose(labService(lab, drain, database));
}

export function labService(lab: Lab, drain: Drain, database: KeyValue): LabService {
  let tell: (health: StoreHealth) => void = () => undefined;
  const all = durable(database, (health) => tell(health));
  const queue = new SerialQueue();
  const gate = new PauseGate();
  const controllers = new Map<number, AbortController>();
  /** the job that takes its steps now; null: none */
  let atWork: number | null = null;

  /** One job after another. */
  const inTurn = <R>(id: number, job: () => Promise<R>): Promise<R> =>
    queue.run(async () => {
      atWork = id;
      try {
        return await job();
      } finally {
        atWork = null;
        gate.resume();
        await gate.runTasks();
      }
    });
  return {
    start: showLife,
    async run(id, name, input, onEvents) {
      const controller = new AbortController();
      const { signal } = controller;
      controllers.set(id, controller);
      // Events and outcome travel through two ports, and may overtake each other: the outcome waits for the events.
      let seen = Promise.resolve();
      const report = (events: readonly LabEvent[]): void => {
        seen = onEvents(events).catch(() => undefined);
      };
      try {
        const isBetween = name === 'ask' && atWork !== null;
        const job = (): Promise<JobResult<typeof name>> => {
          signal.throwIfAborted();
          return drain(startJob(lab, name, input, signal), isBetween ? new PauseGate() : gate, report);
        };
        const result = await (isBetween ? gate.between(job, signal) : inTurn(id, job));
        return { kind: 'done', result };
      } catch (error) {
        return signal.aborted
          ? { kind: 'cancelled' }
          : { kind: 'failed', error: toPlain(error, 'The stage') };
      } finally {
        controllers.delete(id);
        await seen;
        closePort(onEvents);
      }
    },
    cancel(id) {
      controllers.get(id)?.abort();
      if (id === atWork) gate.resume();
    },
    pause: () => gate.pause(),
    resume: () => gate.resume(),
    step: () => gate.step(),
    stopHere() {
      lab.stopHere();
      gate.resume();
    },
    memoryBytes: () => lab.memoryBytes(),
    peakMemory,
    watchStore(listener) {
      tell = listener;
    },
    setStore(place) {
      lab.store = place && projectStore(all, place);
    },
  };
}

/** A callback from the page keeps a message port open until it is released. */
function closePort(callback: object): void {
  const release: unknown = Reflect.get(callback, Comlink.releaseProxy);
  if (typeof release === 'function') Reflect.apply(release, callback, []);
}
