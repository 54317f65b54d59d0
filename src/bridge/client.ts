/**
 * The page's side of the bridge. Every promise settles: with a result, with the signal's reason
 * when cancelled, or with an error; a worker that does not answer a cancel is replaced.
 */
import * as Comlink from 'comlink';
import { unlessAborted } from '../base/abort';
import { limits } from '../base/limits';
import { stream } from '../base/stream';
import { hasCode, makeError, type LetheError } from '../base/errors';
import { englishErrors, rebuildError } from '../lab/error-catalogue';
import type { LabEvent } from '../lab/events';
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { PeakMemory } from '../runtime/peak-memory';
import type { StoreHealth } from '../store/durable';
import type { Place } from '../store/project-store';
import type { LabService, JobOutcome } from './service';
import { watch } from './watch';

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: LabEvent) => void;
}

export interface LabClientInput {
  /** Starts the worker, at the first job and again after it was terminated. */
  readonly spawn: () => LabWorker;
  /** Called when a job failed because everything the worker held is lost. */
  readonly onWorkerLost: () => void;
  /** Called with the health of the database as the worker finds it. */
  readonly onStoreHealth: (health: StoreHealth) => void;
}

/** Errors that mean that everything the worker held is lost. */
const losses = [
  'worker/stopped',
  'worker/silent',
  'worker/vanished',
  'runtime/device-lost',
  'runtime/graphics-silent',
  'runtime/not-started',
] as const;

/** What the client needs of a worker. */
export type LabWorker = Comlink.Endpoint & Pick<Worker, 'terminate'>;

interface Live {
  readonly worker: LabWorker;
  readonly remote: Comlink.Remote<LabService>;
  /** Aborts when the worker is terminated; its reason is the error of every pending job. */
  readonly gone: AbortSignal;
  readonly end: (why: LetheError) => void;
}

export class LabClient {
  #live: Live | null = null;
  #next = 1;
  #place: Place | null = null;

  constructor(private readonly input: LabClientInput) {}

  /** Runs a job. @throws LetheError, or the signal's reason if it was cancelled */
  async run<K extends JobName>(
    name: K,
    input: JobInput<K>,
    { signal, onEvent }: RunOptions = {},
  ): Promise<JobResult<K>> {
    signal?.throwIfAborted();
    const live = (this.#live ??= this.#start());
    const id = this.#next++;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = (): void => {
      void live.remote.cancel(id);
      timer = setTimeout(() => {
        live.end(stopped('it did not stop when asked'));
      }, limits.cancel);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const listener = Comlink.proxy((events: readonly LabEvent[]) => {
        for (const event of events) onEvent?.(event);
        return Promise.resolve();
      });
      const answer: Promise<JobOutcome<JobResult<K>>> = live.remote.run(id, name, input, listener);
      const outcome = await unlessAborted(answer, live.gone);
      if (outcome.kind === 'failed') throw rebuildError(outcome.error);
      if (outcome.kind === 'cancelled') throw signal?.reason ?? new DOMException('cancelled', 'AbortError');
      return outcome.result;
    } catch (error) {
      if (losses.some((code) => hasCode(error, englishErrors, code))) this.input.onWorkerLost();
      // The runtime cannot start again in this worker; the next job gets another one.
      if (hasCode(error, englishErrors, 'runtime/not-started'))
        live.end(stopped('its runtime did not start'));
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
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

  #start(): Live {
    const worker = this.input.spawn();
    const gone = new AbortController();
    const end: Live['end'] = (why) => {
      worker.terminate();
      if (this.#live?.worker === worker) this.#live = null;
      gone.abort(why);
    };
    worker.addEventListener('error', (event) => {
      end(stopped((event instanceof ErrorEvent && event.message) || 'its script failed to load'));
    });
    const remote = Comlink.wrap<LabService>(worker);
    void remote.setStore(this.#place); // received before any job: messages arrive in order
    void remote.watchStore(Comlink.proxy(this.input.onStoreHealth));
    void watch(remote, gone.signal).then((why) => {
      if (why) end(why);
    });
    return { worker, remote, gone: gone.signal, end };
  }
}

const stopped = (reason: string): LetheError => makeError(englishErrors, 'worker/stopped', { reason });
