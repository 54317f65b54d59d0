/** What the worker offers the page, as plain data: errors are sent as code and parameters. */
import type { PeakMemory } from '../runtime/peak-memory';
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { LabEvent } from '../lab/events';
import type { StoreHealth } from '../store/durable';
import type { Place } from '../store/project-store';
import type { Plain } from '../lab/error-catalogue';
import type { SignOfLife } from './signs-of-life';

export type JobOutcome<R> =
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: Plain };

export interface LabService {
  /** Shows from now on that the worker lives: see `showLife`. */
  start(lock: string, pulse: MessagePort): Promise<SignOfLife | null>;
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
