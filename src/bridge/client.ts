/**
 * The page's side of the bridge. Every promise settles: with a result, with the signal's reason
 * when cancelled, or with an error; a worker that does not answer a cancel is replaced.
 */
import * as Comlink from 'comlink';
import { unlessAborted } from '../base/abort';
import { stream } from '../base/stream';
import { hasCode, makeError } from '../base/errors';
import { englishErrors, rebuildError } from '../lab/error-catalogue';
import type { LabEvent } from '../lab/events';
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { StoreHealth } from '../store/durable';
import type { Place } from '../store/project-store';
import type { LabService, JobOutcome } from './service';

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: LabEvent) => void;
}

export interface LabClientInput {
  /** Starts the worker, at the first job and again after it was terminated. */
  readonly spawn: () => Worker;
  /** Called when a job failed because everything the worker held is lost. */
  readonly onWorkerLost: () => void;
  /** Called with the health of the database as the worker finds it. */
  readonly onStoreHealth: (health: StoreHealth) => void;
}

/** Milliseconds that a cancelled job has to stop before its worker is terminated. */
const GRACE = 10_000;

/** Whether this error means that everything the worker held is lost. */
function isWorkerLost(error: unknown): boolean {
  return (
    hasCode(error, englishErrors, 'worker/stopped') || hasCode(error, englishErrors, 'runtime/device-lost')
  );
}

interface Live {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<LabService>;
  /** Aborts when the worker is terminated; its reason is the error of every pending job. */
  readonly gone: AbortSignal;
  readonly end: (reason: string) => void;
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
        live.end('it did not stop when asked');
      }, GRACE);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const listener = Comlink.proxy((events: readonly LabEvent[]) => {
        for (const event of events) onEvent?.(event);
      });
      const answer: Promise<JobOutcome<JobResult<K>>> = live.remote.run(id, name, input, listener);
      const outcome = await unlessAborted(answer, live.gone);
      if (outcome.kind === 'failed') throw rebuildError(outcome.error);
      if (outcome.kind === 'cancelled') throw signal?.reason ?? new DOMException('cancelled', 'AbortError');
      return outcome.result;
    } catch (error) {
      if (isWorkerLost(error)) this.input.onWorkerLost();
      // The runtime cannot start again in this worker; the next job gets another one.
      if (hasCode(error, englishErrors, 'runtime/not-started')) live.end('its runtime did not start');
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

  /** Sets α of equation 1 during generation. */
  async moveAlpha(alpha: number): Promise<void> {
    await this.#live?.remote.moveAlpha(alpha);
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

  /** Terminates the worker, which frees all its memory. */
  close(): void {
    this.#live?.end('the page closed it');
  }

  #start(): Live {
    const worker = this.input.spawn();
    const gone = new AbortController();
    const end: Live['end'] = (reason) => {
      worker.terminate();
      if (this.#live?.worker === worker) this.#live = null;
      gone.abort(makeError(englishErrors, 'worker/stopped', { reason }));
    };
    worker.addEventListener('error', (event) => {
      end(event.message || 'its script failed to load');
    });
    const remote = Comlink.wrap<LabService>(worker);
    void remote.setStore(this.#place); // received before any job: messages arrive in order
    void remote.watchStore(Comlink.proxy(this.input.onStoreHealth));
    return { worker, remote, gone: gone.signal, end };
  }
}
