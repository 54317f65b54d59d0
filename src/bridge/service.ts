/** What the worker offers to the page, in plain data: errors go as code and parameters. */
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { LabEvent } from '../lab/events';
import type { Place } from '../store/project-store';
import { plainError, type Plain } from '../lab/error-catalogue';

export type JobOutcome<R> =
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: Plain };

export interface LabService {
  /** Runs a job to its end. Never rejects. One job runs at a time; `id` names it for `cancel`. */
  run<K extends JobName>(
    id: number,
    name: K,
    input: JobInput<K>,
    onEvents: (events: readonly LabEvent[]) => void,
  ): Promise<JobOutcome<JobResult<K>>>;
  /** Asks a job to stop after its current step. */
  cancel(id: number): void;
  /** Holds the job that is running after its current step, or lets it go on. */
  pause(): void;
  resume(): void;
  /** Lets a held job take one step. */
  step(): void;
  /** Ends the unlearning under way after its current step, keeping the model as it stands. */
  stopHere(): void;
  /** Moves α of equation 1 while it writes. */
  moveAlpha(alpha: number): void;
  memoryBytes(): number;
  /** Where the lab keeps what it makes from now on; null: nowhere. */
  setStore(place: Place | null): void;
}

/** Anything thrown, as an error of the catalogue. */
export function toPlain(error: unknown): Plain {
  const plain = plainError(error);
  if (plain) return plain;
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'runtime/failed', params: { what: 'The stage', reason } };
}
