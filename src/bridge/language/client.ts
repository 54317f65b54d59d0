/** A language model in the tab, on the page’s side: it finds names or answers, in a worker of its own. */
import type { Answer, Answerer, AnswerEvent, Question } from '../../assist/answerer';
import { assistErrors } from '../../assist/errors';
import type { NamedSpan } from '../../assist/names/spans';
import type { OpeningEvent, TabModel } from '../../assist/tab/transformers';
import type { NamesEvent } from '../../assist/tab/transformers-names';
import type { TextEvent } from '../../assist/tab/transformers-text';
import { hasCode } from '../../base/errors';
import { stream } from '../../base/stream';
import { liveWorker, runJob, stopped, type Live, type PageWorker, type RemoteJob } from '../live-worker';
import type { LanguageService } from './service';

export interface TabClientInput {
  readonly model: TabModel;
  /** Starts the worker, at the first job and again after it was ended. */
  readonly spawn: () => PageWorker;
  /** Called while the model is opened for an answer. */
  readonly onopening?: (event: OpeningEvent) => void;
}

export class TabClient implements Answerer {
  readonly name: string;
  readonly atOnce = 1;
  #live: Live<LanguageService> | null = null;
  #next = 1;

  constructor(private readonly input: TabClientInput) {
    this.name = input.model.folder.name;
  }

  /** The names in each passage. @throws LetheError assist/tab-model, worker/…; the signal’s reason */
  names(passages: readonly string[], signal: AbortSignal): AsyncGenerator<NamesEvent, NamedSpan[][]> {
    return this.#job<NamesEvent, NamedSpan[][]>(
      (remote, id) => (onEvents) => remote.names(id, passages, onEvents),
      signal,
    );
  }

  async *answer(question: Question, signal: AbortSignal): AsyncGenerator<AnswerEvent, Answer> {
    const job = this.#job<TextEvent, Answer>(
      (remote, id) => (onEvents) => remote.answer(id, question, onEvents),
      signal,
    );
    try {
      for (;;) {
        const next = await job.next();
        if (next.done) return next.value;
        if (next.value.kind === 'opening') this.input.onopening?.(next.value);
        else yield next.value;
      }
    } finally {
      await job.return({ text: '', usage: { prompt: null, answer: null }, isWhole: false });
    }
  }

  /** Ends the worker, which frees all its memory. */
  close(): void {
    this.#live?.end(stopped('the page closed it'));
  }

  async *#job<E, R>(
    start: (remote: Live<LanguageService>['remote'], id: number) => RemoteJob<E, R>['start'],
    signal: AbortSignal,
  ): AsyncGenerator<E, R> {
    signal.throwIfAborted();
    const live = (this.#live ??= this.#start());
    const id = this.#next++;
    // A caller that no longer listens wants no more work done.
    const end = new AbortController();
    const stop = (): void => end.abort(signal.reason);
    signal.addEventListener('abort', stop);
    const job = { start: start(live.remote, id), cancel: () => void live.remote.cancel(id) };
    try {
      return yield* stream((onEvent: (event: E) => void) =>
        runJob(live, job, { signal: end.signal, onEvent }),
      );
    } catch (error) {
      // A runtime that failed cannot start again in its thread; the next job gets another one.
      if (hasCode(error, assistErrors, 'assist/tab-model')) live.end(stopped('its model failed'));
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      end.abort();
    }
  }

  #start(): Live<LanguageService> {
    const live = liveWorker<LanguageService>(
      this.input.spawn(),
      (remote) => remote,
      (ended) => {
        if (this.#live === ended) this.#live = null;
      },
    );
    void live.remote.use(this.input.model); // received before any job: messages arrive in order
    return live;
  }
}
