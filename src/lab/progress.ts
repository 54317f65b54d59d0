/** Progress of an evaluation: counts items over all variants and parts. */
import type { EvaluatedVariant } from '../evaluate/report';
import type { EvaluationPart } from './evaluate-input';
import type { EvaluateEvent } from './events';

export class EvaluationProgress {
  #done = 0;

  /** `of`: items of all variants and parts together. */
  constructor(private readonly of: number) {}

  /** Runs a part to its end, and reports after each of its steps. */
  async *watch<R>(
    variant: EvaluatedVariant,
    part: EvaluationPart,
    job: AsyncGenerator<number, R>,
  ): AsyncGenerator<EvaluateEvent, R> {
    const [start, before] = [performance.now(), this.#done];
    for (;;) {
      const next = await job.next();
      if (next.done) return next.value;
      this.#done += next.value;
      const seconds = (performance.now() - start) / 1000;
      const rate = (this.#done - before) / seconds;
      yield { kind: 'evaluate', variant, part, done: this.#done, of: this.of, rate };
    }
  }
}
