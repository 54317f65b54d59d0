/** A sweep as the page runs it: how far it is, how it is paused and cancelled, and what is saved of it. */
import { v } from '../../../base/schema';
import { sweep, sweepPlan, sweepSettings, type SweepHost, type SweepPlan } from '../../../lab/sweep';
import type { RunSettings } from '../../../methods/settings';
import type { KeyValue } from '../../../store/key-value';
import { slot } from '../../../store/slot';
import { toFailure, type Failure } from '../../kit/failure';

export interface SweepingHost extends SweepHost {
  /** Makes the page ready for the runs. @throws LetheError file/missing if there are no items to evaluate them on */
  begin(): Promise<void>;
  /** Makes it as it was before them, with these settings. @throws LetheError file/missing */
  end(settings: RunSettings): Promise<void>;
  /** Ends the stage that runs. */
  cancel(): void;
}

const saved = slot('runs/sweep', v.nullable(sweepPlan));

export class Sweeping {
  /** the sweep that runs or was interrupted; null: none */
  plan = $state.raw<SweepPlan | null>(null);
  isGoing = $state(false);
  /** the run that is being trained, counted from 0, and its settings */
  at = $state(0);
  current = $state.raw<RunSettings | null>(null);
  /** settings whose training diverged */
  diverged = $state.raw<readonly RunSettings[]>([]);
  /** why the sweep ended early; null: it did not, or was cancelled */
  failure = $state.raw<Failure | null>(null);
  #controller = new AbortController();

  constructor(
    private readonly host: SweepingHost,
    private readonly store: KeyValue,
  ) {}

  /** How many runs the sweep has. */
  get of(): number {
    return this.plan ? sweepSettings(this.plan).length : 0;
  }

  /** How many of them are there. */
  get made(): number {
    return this.plan ? sweepSettings(this.plan).filter((one) => this.host.isMade(one)).length : 0;
  }

  /** Finds a sweep that an earlier visit did not finish. */
  async restore(): Promise<void> {
    const plan = await saved.read(this.store);
    if (!this.isGoing) this.plan = plan && isValid(plan) ? plan : null;
  }

  /** Starts a sweep, or goes on with one. Never throws: `failure` says why it ended early. */
  async run(plan: SweepPlan): Promise<void> {
    this.isGoing = true;
    this.failure = null;
    this.diverged = [];
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    try {
      await this.#keep(plan);
      await this.host.begin();
      for await (const event of sweep(sweepSettings(plan), this.host, signal)) {
        this.at = event.at;
        if (event.kind === 'begins') this.current = event.settings;
        if (event.kind === 'diverged' && this.current) this.diverged = [...this.diverged, this.current];
      }
      await this.#keep(null);
    } catch (error) {
      if (!signal.aborted) this.failure = toFailure(error);
    } finally {
      this.current = null;
      await this.#end(plan);
      this.isGoing = false;
    }
  }

  /** Ends the run that is being trained; what was made stays, and the sweep can go on later. */
  cancel(): void {
    this.#controller.abort(new DOMException('cancelled by the user', 'AbortError'));
    this.host.cancel();
  }

  /** Forgets the rest of a sweep that was interrupted. */
  async discard(): Promise<void> {
    if (this.plan) await this.#end(this.plan); // the page may have been left in the middle of a run
    await this.#keep(null);
  }

  async #end({ settings }: SweepPlan): Promise<void> {
    try {
      await this.host.end(settings);
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  /** If the browser refuses, the sweep is only forgotten when the page is closed. */
  async #keep(plan: SweepPlan | null): Promise<void> {
    this.plan = plan;
    await this.store.change({ put: saved.put(plan) }).catch(() => undefined);
  }
}

/** Another version may have had other bounds. */
function isValid(plan: SweepPlan): boolean {
  try {
    return sweepSettings(plan).length > 0;
  } catch {
    return false;
  }
}
