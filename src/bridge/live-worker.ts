/** A worker of the page and the jobs in it: every promise settles, and one that does not stop when asked is ended. */
import * as Comlink from 'comlink';
import { unlessAborted } from '../base/abort';
import { makeError, type LetheError } from '../base/errors';
import { limits } from '../base/limits';
import { englishErrors, rebuildError, type Plain } from '../lab/error-catalogue';
import { watch } from './watch';

/** How a job in a worker ended; errors are sent as code and parameters. */
export type JobOutcome<R> =
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: Plain };

/** What the page needs of the thread that it starts. */
export type PageWorker = Comlink.Endpoint & Pick<Worker, 'terminate'>;

export interface Live<S> {
  readonly remote: Comlink.Remote<S>;
  /** Aborts when the worker is terminated; its reason is the error of every pending job. */
  readonly gone: AbortSignal;
  readonly end: (why: LetheError) => void;
}

export const stopped = (reason: string): LetheError => makeError(englishErrors, 'worker/stopped', { reason });

/** Watches a worker that was started. `onend` is called once it has ended, however it did. */
export function liveWorker<S>(
  worker: PageWorker,
  startOf: (remote: Comlink.Remote<S>) => Parameters<typeof watch>[0],
  onend: (live: Live<S>) => void,
): Live<S> {
  const gone = new AbortController();
  const remote = Comlink.wrap<S>(worker);
  const end: Live<S>['end'] = (why) => {
    worker.terminate();
    onend(live);
    gone.abort(why);
  };
  const live: Live<S> = { remote, gone: gone.signal, end };
  worker.addEventListener('error', (event) => {
    end(stopped((event instanceof ErrorEvent && event.message) || 'its script failed to load'));
  });
  void watch(startOf(remote), gone.signal).then((why) => {
    if (why) end(why);
  });
  return live;
}

/** What a job is started with and how it is asked to stop. */
export interface RemoteJob<E, R> {
  readonly start: (onEvents: (events: readonly E[]) => Promise<void>) => Promise<JobOutcome<R>>;
  readonly cancel: () => void;
}

export interface RunOptions<E> {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: E) => void;
}

/** Runs a job to its end. @throws LetheError, or the signal's reason if it was cancelled */
export async function runJob<E, R>(
  { gone, end }: Pick<Live<unknown>, 'gone' | 'end'>,
  job: RemoteJob<E, R>,
  { signal, onEvent }: RunOptions<E>,
): Promise<R> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    job.cancel();
    timer = setTimeout(() => {
      end(stopped('it did not stop when asked'));
    }, limits.cancel);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const listener = Comlink.proxy((events: readonly E[]) => {
      for (const event of events) onEvent?.(event);
      return Promise.resolve();
    });
    const outcome = await unlessAborted(job.start(listener), gone);
    if (outcome.kind === 'failed') throw rebuildError(outcome.error);
    if (outcome.kind === 'cancelled') throw signal?.reason ?? new DOMException('cancelled', 'AbortError');
    return outcome.result;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
