/** What the worker offers the page, as plain data: errors are sent as code and parameters. */
import type { PeakMemory } from '../runtime/peak-memory';
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { LabEvent } from '../lab/events';
import type { StoreHealth } from '../store/durable';
import type { Place } from '../store/project-store';
import type { JobOutcome } from './live-worker';
import type { LivingService } from './signs-of-life';

export interface LabService extends LivingService {
  /**
   * Runs a job to its end, and settles once the page has seen all its events. Never rejects. One job runs at a time; `id`
   * names it for `cancel`.
   */
  run<K extends JobName>(
    id: number,
    name: K,
    input: JobInput<K>,
    onEvents: (events: readonly LabEvent[]) => Promise<void>,
  ): Promise<JobOutcome<JobResult<K>>>;
  /** Asks a job to stop after its current step. */
  cancel(id: number): void;
  /** Pauses the running job after its current step, or resumes it. */
  pause(): void;
  resume(): void;
  /** Lets a paused job take one step. */
  step(): void;
  /** Ends the unlearning in progress after its current step; its model is kept. */
  stopHere(): void;
  memoryBytes(): number;
  peakMemory(): PeakMemory;
  /** Where the lab saves its results from now on; null: nowhere. */
  setStore(place: Place | null): void;
  /** Calls `listener` with the health of the database after every change. */
  watchStore(listener: (health: StoreHealth) => void): void;
}
