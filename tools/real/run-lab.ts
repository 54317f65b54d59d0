/** The lab of a run. */
import type { Report } from '../../src/evaluate/report';
import type { LabEvent } from '../../src/lab/events';
import type { JobInput, JobName, JobResult } from '../../src/lab/jobs';

/** A lab in this thread or in a worker. */
export interface RunLab {
  /** Runs a job to its end. */
  run<K extends JobName>(
    name: K,
    input: JobInput<K>,
    onEvent?: (event: LabEvent) => void,
  ): Promise<JobResult<K>>;
  /** The report with what a language model says of its completions; absent: none is asked. */
  judge?(report: Report): Promise<Report>;
  /** The most bytes so far, by what holds them. */
  peakBytes(): Promise<Readonly<Record<string, number>>>;
}
