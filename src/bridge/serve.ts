/** The worker's side of the bridge: runs the jobs of a lab, one at a time; questions are answered between two steps. */
import { PauseGate } from '../base/pause-gate';
import { SerialQueue } from '../base/serial-queue';
import type { LabEvent } from '../lab/events';
import { startJob, type JobResult } from '../lab/jobs';
import type { Lab } from '../lab/lab';
import { peakMemory } from '../runtime/peak-memory';
import { durable, type StoreHealth } from '../store/durable';
import type { KeyValue } from '../store/key-value';
import { projectStore } from '../store/project-store';
import type { LabService } from './service';
import { exposeOnce, servedJobs } from './served-jobs';
import { showLife } from './signs-of-life';

/** Runs a generator to its end and passes on its events; see workers/drain.ts. */
export type Drain = <R>(
  job: AsyncGenerator<LabEvent, R>,
  gate: PauseGate,
  onEvents: (events: readonly LabEvent[]) => void,
) => Promise<R>;

/** Exposes `lab` to the page that started this worker; `database` holds all projects. */
export function serveLab(lab: Lab, drain: Drain, database: KeyValue): void {
  exposeOnce(() => labService(lab, drain, database));
}

export function labService(lab: Lab, drain: Drain, database: KeyValue): LabService {
  let tell: (health: StoreHealth) => void = () => undefined;
  const all = durable(database, (health) => tell(health));
  const queue = new SerialQueue();
  const gate = new PauseGate();
  const jobs = servedJobs();
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
    run: (id, name, input, onEvents) =>
      jobs.run(id, 'The stage', onEvents, (signal, report: (events: readonly LabEvent[]) => void) => {
        const isBetween = name === 'ask' && atWork !== null;
        const job = (): Promise<JobResult<typeof name>> => {
          signal.throwIfAborted();
          return drain(startJob(lab, name, input, signal), isBetween ? new PauseGate() : gate, report);
        };
        return isBetween ? gate.between(job, signal) : inTurn(id, job);
      }),
    cancel(id) {
      jobs.cancel(id);
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
