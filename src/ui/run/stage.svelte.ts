/** One stage as the user sees it: its phase, its progress, its result, and the inputs of that result. */
import type { LabEvent } from '../../lab/events';
import type { ProbeEvent } from '../../lab/probe-event';
import type { Activity } from '../../lab/events';
import type { Fingerprint, StageResult } from '../../pipeline/fingerprint';
import { toFailure, type Failure } from '../kit/failure';

export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly since: number; readonly activity: Activity | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface StageOutcome<R> {
  /** whether it was computed on this page or comes from a recorded run */
  readonly source: 'live' | 'recorded';
  readonly result: R;
  readonly seconds: number;
  /** its inputs; null for a recorded run and for jobs that are not stages */
  readonly made: StageResult | null;
}

export interface StepProgress {
  readonly done: number;
  readonly of: number;
  /** tokens trained so far; 0 in stages that do not train */
  readonly tokens: number;
}

/** Where a training was interrupted: it can resume while its fingerprint matches the current one. */
export interface Interruption {
  readonly step: number;
  readonly of: number;
  readonly fingerprint: Fingerprint;
}

/** The curves of a training from an earlier visit. */
export interface TrainingCurves {
  readonly losses: readonly number[];
  readonly probes: readonly ProbeEvent[];
}

/** Runs a job of the stage: takes the signal that cancels it, and emits events. */
export type Runner<R> = (signal: AbortSignal, onEvent: (event: LabEvent) => void) => Promise<R>;

/** Number of runs whose losses are kept for comparison. */
const EARLIER_RUNS = 4;

export class Stage<R> {
  phase = $state.raw<Phase>({ kind: 'idle' });
  /** the last result; stays while the stage runs again, fails or is cancelled */
  outcome = $state.raw<StageOutcome<R> | null>(null);
  progress = $state.raw<StepProgress | null>(null);
  /** loss of every step so far */
  losses = $state.raw<readonly number[]>([]);
  /** losses of earlier runs, latest first */
  earlier = $state.raw<readonly (readonly number[])[]>([]);
  /** measurements of the forgetting so far */
  probes = $state.raw<readonly ProbeEvent[]>([]);
  /** where its training was interrupted; null: nowhere */
  interrupted = $state.raw<Interruption | null>(null);
  /** whether the browser refused to store the last checkpoint */
  unsaved = $state(false);
  paused = $state(false);
  /** seconds since the first step, for the rates */
  seconds = $state(0);
  #controller: AbortController | null = null;
  #firstStep = 0;
  /** steps before the first timed one */
  #before = 0;
  #fingerprint: Fingerprint = {};
  #since = 0;

  get running(): boolean {
    return this.phase.kind === 'running';
  }

  /** Tokens per second since the first step; null before there is a rate. */
  get tokensPerSecond(): number | null {
    if (!this.progress || this.seconds === 0 || this.progress.tokens === 0) return null;
    return ((this.progress.tokens / this.progress.done) * this.#timed) / this.seconds;
  }

  /** Steps since the first timed one. */
  get #timed(): number {
    return (this.progress?.done ?? 0) - this.#before - 1;
  }

  /** Starts the stage with the inputs of `fingerprint`. The returned signal cancels it. */
  begin(fingerprint: Fingerprint = {}): AbortSignal {
    this.#clear();
    this.#fingerprint = fingerprint;
    this.#controller = new AbortController();
    this.#since = performance.now();
    this.phase = { kind: 'running', since: this.#since, activity: null };
    return this.#controller.signal;
  }

  /** `made`: fingerprint and identity of the result; null for jobs that are not stages. */
  finish(result: R, made: StageResult | null = null): void {
    this.outcome = { source: 'live', result, seconds: (performance.now() - this.#since) / 1000, made };
    this.phase = { kind: 'done' };
    this.paused = false;
  }

  fail(error: unknown): void {
    this.phase = this.#controller?.signal.aborted
      ? { kind: 'cancelled' }
      : { kind: 'failed', failure: toFailure(error) };
    this.paused = false;
  }

  /** Runs a job that is not a stage of the method. Never throws: failures are in `phase`. */
  async run(runner: Runner<R>): Promise<void> {
    const signal = this.begin();
    try {
      this.finish(await runner(signal, (event) => this.see(event)));
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows a saved result of an earlier visit as if it had just been computed. */
  restore(result: R, made: StageResult, seconds: number, curves: TrainingCurves | null = null): void {
    this.outcome = { source: 'live', result, seconds, made };
    this.phase = { kind: 'done' };
    this.losses = curves?.losses ?? [];
    this.probes = curves?.probes ?? [];
  }

  /** Shows a training that was interrupted in an earlier visit. */
  restoreInterrupted(interrupted: Interruption, { losses, probes }: TrainingCurves): void {
    this.interrupted = interrupted;
    this.losses = losses;
    this.probes = probes;
  }

  cancel(): void {
    this.#controller?.abort(new DOMException('cancelled by the user', 'AbortError'));
  }

  /** Shows the result of a recorded run, unless the stage already has one. */
  recall(
    result: R,
    {
      seconds,
      losses = [],
      probes = [],
    }: {
      readonly seconds: number;
      readonly losses?: readonly number[];
      readonly probes?: readonly ProbeEvent[];
    },
  ): void {
    if (this.outcome || this.running || this.interrupted) return;
    this.outcome = { source: 'recorded', result, seconds, made: null };
    this.losses = losses;
    this.probes = probes;
  }

  /** Resets the stage to not started. */
  reset(): void {
    this.#clear();
    this.phase = { kind: 'idle' };
    this.outcome = null;
    this.earlier = [];
  }

  #clear(): void {
    if (this.losses.length > 0) this.earlier = [this.losses, ...this.earlier].slice(0, EARLIER_RUNS);
    this.progress = null;
    this.losses = [];
    this.probes = [];
    this.interrupted = null;
    this.unsaved = false;
    this.seconds = 0;
    this.#firstStep = 0;
    this.#before = 0;
  }

  see(event: LabEvent): void {
    switch (event.kind) {
      case 'activity':
        if (this.phase.kind === 'running') this.phase = { ...this.phase, activity: event.activity };
        return;
      case 'step':
        this.losses = [...this.losses, event.loss];
        this.#advance(event.step, event.steps, event.step * event.tokens);
        return;
      case 'resumed':
        this.losses = event.losses;
        this.probes = event.probes;
        this.#before = event.step;
        this.interrupted = { step: event.step, of: event.steps, fingerprint: this.#fingerprint };
        return;
      case 'checkpoint':
        this.unsaved = !event.isSaved;
        if (event.isSaved) this.interrupted = this.#interruptedAt(event.step);
        return;
      case 'label':
        this.#advance(event.block, event.blocks, 0);
        return;
      case 'evaluate':
      case 'save':
        this.#advance(event.done, event.of, 0);
        return;
      case 'probe':
        this.probes = [...this.probes, event];
        return;
      case 'planned':
      case 'read':
      case 'write':
        return;
    }
  }

  #interruptedAt(step: number | null): Interruption | null {
    return step === null ? null : { step, of: this.progress?.of ?? step, fingerprint: this.#fingerprint };
  }

  #advance(done: number, of: number, tokens: number): void {
    this.#firstStep ||= performance.now();
    this.seconds = (performance.now() - this.#firstStep) / 1000;
    this.progress = { done, of, tokens };
  }
}
