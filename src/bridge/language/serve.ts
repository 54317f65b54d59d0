/** The language worker’s side of the bridge: one model, and one job at a time. */
import { SerialQueue } from '../../base/serial-queue';
import { findNames } from '../../assist/tab/transformers-names';
import { answerInTab } from '../../assist/tab/transformers-text';
import type { TabModel } from '../../assist/tab/transformers';
import { exposeOnce, servedJobs } from '../served-jobs';
import { showLife } from '../signs-of-life';
import type { LanguageService } from './service';

/** Exposes the service to the page that started this worker. */
export function serveLanguage(): void {
  exposeOnce(languageService);
}

function languageService(): LanguageService {
  const jobs = servedJobs();
  const queue = new SerialQueue();
  let chosen: TabModel | null = null;

  /** Runs what `start` gives with the chosen model, in turn. */
  const inTurn = <E, R>(
    start: (model: TabModel, signal: AbortSignal) => AsyncGenerator<E, R>,
    signal: AbortSignal,
    report: (events: readonly E[]) => void,
  ): Promise<R> =>
    queue.run(async () => {
      signal.throwIfAborted();
      if (!chosen) throw new Error('no model was chosen');
      const job = start(chosen, signal);
      for (;;) {
        const next = await job.next();
        if (next.done) return next.value;
        report([next.value]);
      }
    });
  return {
    start: showLife,
    use(model) {
      chosen = model;
    },
    names: (id, passages, onEvents) =>
      jobs.run(id, 'The search for names', onEvents, (signal, report) =>
        inTurn((model, stop) => findNames(model, passages, stop), signal, report),
      ),
    answer: (id, question, onEvents) =>
      jobs.run(id, 'The answer', onEvents, (signal, report) =>
        inTurn((model, stop) => answerInTab(model, question, stop), signal, report),
      ),
    cancel: (id) => jobs.cancel(id),
  };
}
