/** A job of an assistant as the page shows it: how far it is, what came of it, and how to stop it. */
import type { AgainEvent, Tally } from '../../../assist/session';
import { toFailure, type Failure } from '../../kit/failure';

/** How far a job is. */
export interface Step {
  readonly kind: string;
  readonly done: number;
  readonly of: number;
  readonly tally: Tally;
}

/** What every job of an assistant returns: failures do not lose what came before. */
export interface Outcome {
  readonly failure: Error | null;
}

export type Job<R extends Outcome> = AsyncGenerator<Step | AgainEvent, R>;

const isStep = (event: Step | AgainEvent): event is Step => event.kind !== 'again';

export class Assisting<R extends Outcome> {
  step = $state.raw<Step | null>(null);
  again = $state.raw<AgainEvent | null>(null);
  seconds = $state(0);
  isRunning = $state(false);
  result = $state.raw<R | null>(null);
  failure = $state.raw<Failure | null>(null);
  #stop = new AbortController();

  /** Runs a job to its end; it gets the signal of `stop`. */
  async start(begin: (signal: AbortSignal) => Job<R>): Promise<void> {
    this.#stop = new AbortController();
    [this.step, this.again, this.result, this.failure, this.seconds] = [null, null, null, null, 0];
    this.isRunning = true;
    const began = performance.now();
    const clock = setInterval(() => (this.seconds = Math.round((performance.now() - began) / 1000)), 1000);
    try {
      const job = begin(this.#stop.signal);
      for (;;) {
        const next = await job.next();
        if (next.done) {
          this.result = next.value;
          this.failure = next.value.failure && toFailure(next.value.failure);
          return;
        }
        this.#see(next.value);
      }
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      clearInterval(clock);
      this.isRunning = false;
      this.again = null;
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  #see(event: Step | AgainEvent): void {
    if (isStep(event)) [this.step, this.again] = [event, null];
    else this.again = event;
  }
}
