/**
 * The page's side of the bridge. Every promise settles: with a result, with the signal's reason
 * when cancelled, or with an error; a worker that does not answer a cancel is replaced.
 */
import * as Comlink from 'comlink';
import { unlessAborted } from '../base/abort';
import { stream } from '../base/stream';
import { LetheError, makeError } from '../base/errors';
import { englishErrors, rebuildError } from '../lab/error-catalogue';
import type { LabEvent } from '../lab/events';
import type { JobInput, JobName, JobResult } from '../lab/jobs';
import type { Place } from '../store/project-store';
import type { LabService, JobOutcome } from './service';

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: LabEvent) => void;
}

/** How long a cancelled job may take to stop before its worker is ended, in milliseconds. */
const GRACE = 10_000;

/** Whether with this error everything is gone that the worker held. */
function isWorkerLost(error: unknown): boolean {
  return (
    error instanceof LetheError && (error.code === 'worker/stopped' || error.code === 'runtime/device-lost')
  );
}

interface Live {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<LabService>;
  /** Aborts when the worker is gone; its reason is the error for every job that waits. */
  readonly gone: AbortSignal;
  readonly end: (reason: string) => void;
}

export class LabClient {
  #live: Live | null = null;
  #next = 1;
  #place: Place | null = null;

  /**
   * `spawn` starts the worker; it is called at the first job and after the worker was ended. `onLoss` hears when a job
   * failed because everything is gone that the worker held.
   */
  constructor(
    private readonly spawn: () => Worker,
    private readonly onWorkerLost: () => void,
  ) {}

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
      if (isWorkerLost(error)) this.onWorkerLost();
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Runs a job as a generator of its events. @throws as `run` */
  stream<K extends JobName>(
    name: K,
    input: JobInput<K>,
    signal: AbortSignal,
  ): AsyncGenerator<LabEvent, JobResult<K>> {
    return stream((onEvent) => this.run(name, input, { signal, onEvent }));
  }

  /** Holds or continues the job that is running. */
  pause(): void {
    void this.#live?.remote.pause();
  }

  resume(): void {
    void this.#live?.remote.resume();
  }

  /** Lets the held job take one step. */
  step(): void {
    void this.#live?.remote.step();
  }

  /** Ends the unlearning under way after its current step, keeping the model as it stands. */
  stopHere(): void {
    void this.#live?.remote.stopHere();
  }

  /** Moves α of equation 1 while it writes. */
  async moveAlpha(alpha: number): Promise<void> {
    await this.#live?.remote.moveAlpha(alpha);
  }

  /** Where the worker keeps what it makes, also one that is started later; null: nowhere. */
  setStore(place: Place | null): void {
    this.#place = place;
    void this.#live?.remote.setStore(place);
  }

  /** Bytes held by the runtime in the worker. */
  async memoryBytes(): Promise<number> {
    return (await this.#live?.remote.memoryBytes()) ?? 0;
  }

  /** Ends the worker and gives back all its memory. */
  close(): void {
    this.#live?.end('the page closed it');
  }

  #start(): Live {
    const worker = this.spawn();
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
    void remote.setStore(this.#place); // heard before any job: messages arrive in order
    return { worker, remote, gone: gone.signal, end };
  }
}
