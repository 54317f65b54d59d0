/**
 * The page's side of the bridge. Every promise settles: with a result, with the signal's reason
 * when cancelled, or with an error; a worker that does not answer a cancel is replaced.
 */
import * as Comlink from 'comlink';
import { stream } from '../base/stream';
import { hasCode } from '../base/errors';
import { englishErrors } from '../lab/error-catalogue';
import type { LabEvent } from '../lab/events';
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { PeakMemory } from '../runtime/peak-memory';
import type { StoreHealth } from '../store/durable';
import type { Place } from '../store/project-store';
import { liveWorker, runJob, stopped, type Live, type PageWorker, type RunOptions } from './live-worker';
import type { LabService } from './service';

export interface LabClientInput {
  /** Starts the worker, at the first job and again after it was terminated. */
  readonly spawn: () => PageWorker;
  /** Called when a job failed because everything the worker held is lost. */
  readonly onWorkerLost: () => void;
  /** Called with the health of the database as the worker finds it. */
  readonly onStoreHealth: (health: StoreHealth) => void;
}

/** After these, everything the worker held is lost. */
const losses = [
  'worker/stopped',
  'worker/silent',
  'worker/vanished',
  'runtime/device-lost',
  'runtime/graphics-silent',
  'runtime/not-started',
  'runtime/threads-silent',
] as const;
/** After these, the runtime cannot start again in the same worker. */
const unstarted = ['runtime/not-started', 'runtime/threads-silent'] as const;

const isOneOf = (error: unknown, codes: readonly (typeof losses)[number][]): boolean =>
  codes.some((code) => hasCode(error, englishErrors, code));

export class LabClient {
  #live: Live<LabService> | null = null;
  #next = 1;
  #place: Place | null = null;

  constructor(private readonly input: LabClientInput) {}

  /**
   * Runs a job; once more, in another worker, if the threads of its runtime did not start.
   * @throws LetheError, or the signal's reason if it was cancelled
   */
  async run<K extends JobName>(
    name: K,
    input: JobInput<K>,
    options: RunOptions<LabEvent> = {},
  ): Promise<JobResult<K>> {
    const run = (): Promise<JobResult<K>> => this.#run(name, input, options);
    try {
      return await run().catch((error: unknown) => {
        if (isOneOf(error, ['runtime/threads-silent'])) return run();
        throw error;
      });
    } catch (error) {
      if (isOneOf(error, losses)) this.input.onWorkerLost();
      throw error;
    }
  }

  async #run<K extends JobName>(
    name: K,
    input: JobInput<K>,
    options: RunOptions<LabEvent>,
  ): Promise<JobResult<K>> {
    options.signal?.throwIfAborted();
    const live = (this.#live ??= this.#start());
    const id = this.#next++;
    try {
      return await runJob<LabEvent, JobResult<K>>(
        live,
        {
          start: (onEvents) => live.remote.run(id, name, input, onEvents),
          cancel: () => void live.remote.cancel(id),
        },
        options,
      );
    } catch (error) {
      if (isOneOf(error, unstarted)) live.end(stopped('its runtime did not start')); // the next job gets another worker
      throw error;
    }
  }

  /** Runs a job and yields its events. @throws as `run` */
  stream<K extends JobName>(
    name: K,
    input: JobInput<K>,
    signal: AbortSignal,
  ): AsyncGenerator<LabEvent, JobResult<K>> {
    return stream((onEvent) => this.run(name, input, { signal, onEvent }));
  }

  /** Pauses or resumes the running job. */
  pause(): void {
    void this.#live?.remote.pause();
  }

  resume(): void {
    void this.#live?.remote.resume();
  }

  /** Lets the paused job take one step. */
  step(): void {
    void this.#live?.remote.step();
  }

  /** Ends the unlearning in progress after its current step; its model is kept. */
  stopHere(): void {
    void this.#live?.remote.stopHere();
  }

  /** Where the worker, or one started later, saves its results; null: nowhere. */
  setStore(place: Place | null): void {
    this.#place = place;
    void this.#live?.remote.setStore(place);
  }

  /** Bytes held by the runtime in the worker. */
  async memoryBytes(): Promise<number> {
    return (await this.#live?.remote.memoryBytes()) ?? 0;
  }

  /** What the runtime in the worker held at most; null before it is started. */
  async peakMemory(): Promise<PeakMemory | null> {
    return (await this.#live?.remote.peakMemory()) ?? null;
  }

  /** Terminates the worker, which frees all its memory. */
  close(): void {
    this.#live?.end(stopped('the page closed it'));
  }

  #start(): Live<LabService> {
    const live = liveWorker<LabService>(
      this.input.spawn(),
      (remote) => remote,
      (ended) => {
        if (this.#live === ended) this.#live = null;
      },
    );
    void live.remote.setStore(this.#place); // received before any job: messages arrive in order
    void live.remote.watchStore(Comlink.proxy(this.input.onStoreHealth));
    return live;
  }
}
