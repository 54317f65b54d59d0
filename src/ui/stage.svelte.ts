/** One stage as the user sees it: what it is doing, how far it is, what came out, and what that was made from. */
import { LetheError, type PlainError } from '../base/errors';
import type { LabEvent } from '../lab/events';
import type { ProbeEvent } from '../lab/watch';
import type { Basis } from './freshness';

/** What went wrong: an error of the catalogue, or words that nobody foresaw. */
export type Failure = { readonly plain: PlainError } | { readonly plain: null; readonly message: string };

export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly since: number; readonly note: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Outcome<R> {
  /** whether the model on this page made it, or a run that was recorded */
  readonly source: 'live' | 'recorded';
  readonly result: R;
  readonly seconds: number;
  readonly basis: Basis;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
  /** tokens trained so far, 0 where none are */
  readonly tokens: number;
}

/** Runs a job of the stage: gets the signal that cancels it and says what happens. */
export type Runner<R> = (signal: AbortSignal, onEvent: (event: LabEvent) => void) => Promise<R>;

/** Runs whose losses are kept to compare with. */
const KEPT_RUNS = 4;

export class Stage<R> {
  phase = $state.raw<Phase>({ kind: 'idle' });
  /** what came out last; stays while the stage runs again, fails or is cancelled */
  outcome = $state.raw<Outcome<R> | null>(null);
  progress = $state.raw<Progress | null>(null);
  /** loss of every step so far */
  losses = $state.raw<readonly number[]>([]);
  /** losses of the runs before, latest first */
  earlier = $state.raw<readonly (readonly number[])[]>([]);
  /** what was seen of the forgetting so far */
  probes = $state.raw<readonly ProbeEvent[]>([]);
  paused = $state(false);
  /** seconds since the first step; what the rates are made from */
  seconds = $state(0);
  #controller: AbortController | null = null;
  #firstStep = 0;

  get running(): boolean {
    return this.phase.kind === 'running';
  }

  /** Steps left divided by the rate so far, in seconds; null before there is a rate. */
  get eta(): number | null {
    if (!this.progress || this.secondsPerStep === null) return null;
    return this.secondsPerStep * (this.progress.of - this.progress.done);
  }

  /** How long a step took so far; null before two were taken. */
  get secondsPerStep(): number | null {
    if (!this.progress || this.seconds === 0 || this.progress.done < 2) return null;
    return this.seconds / (this.progress.done - 1);
  }

  /** Tokens per second since the first step; null before there is a rate. */
  get tokensPerSecond(): number | null {
    if (!this.progress || this.seconds === 0 || this.progress.tokens === 0) return null;
    return (this.progress.tokens * (this.progress.done - 1)) / this.progress.done / this.seconds;
  }

  /** Runs the stage from `basis`. It never throws: what went wrong is in `phase`. True if it came to its end. */
  async run(basis: Basis, runner: Runner<R>): Promise<boolean> {
    this.#begin();
    const controller = new AbortController();
    this.#controller = controller;
    const since = performance.now();
    this.phase = { kind: 'running', since, note: '' };
    try {
      const result = await runner(controller.signal, (event) => {
        this.#see(event);
      });
      this.outcome = { source: 'live', result, seconds: (performance.now() - since) / 1000, basis };
      this.phase = { kind: 'done' };
    } catch (error) {
      this.phase = controller.signal.aborted
        ? { kind: 'cancelled' }
        : { kind: 'failed', failure: toFailure(error) };
    }
    this.paused = false;
    return this.phase.kind === 'done';
  }

  cancel(): void {
    this.#controller?.abort(new DOMException('cancelled by the user', 'AbortError'));
  }

  /** Back to not started. */
  reset(): void {
    this.#begin();
    this.phase = { kind: 'idle' };
    this.outcome = null;
    this.earlier = [];
  }

  #begin(): void {
    if (this.losses.length > 0) this.earlier = [this.losses, ...this.earlier].slice(0, KEPT_RUNS);
    this.progress = null;
    this.losses = [];
    this.probes = [];
    this.seconds = 0;
    this.#firstStep = 0;
  }

  #see(event: LabEvent): void {
    switch (event.kind) {
      case 'note':
        if (this.phase.kind === 'running') this.phase = { ...this.phase, note: event.text };
        return;
      case 'step':
        this.losses = [...this.losses, event.loss];
        this.#advance(event.step, event.steps, event.step * event.tokens);
        return;
      case 'label':
        this.#advance(event.block, event.blocks, 0);
        return;
      case 'evaluate':
        this.#advance(event.done, event.of, 0);
        return;
      case 'probe':
        this.probes = [...this.probes, event];
        return;
      case 'read':
      case 'write':
        return;
    }
  }

  #advance(done: number, of: number, tokens: number): void {
    this.#firstStep ||= performance.now();
    this.seconds = (performance.now() - this.#firstStep) / 1000;
    this.progress = { done, of, tokens };
  }
}

export function toFailure(error: unknown): Failure {
  if (error instanceof LetheError) return { plain: { code: error.code, params: error.params } };
  return { plain: null, message: error instanceof Error ? error.message : String(error) };
}
