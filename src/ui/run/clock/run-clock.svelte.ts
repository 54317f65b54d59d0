/** The page's one clock: follows the run, and says what is left of it. How it does so is fetched when a run begins. */
import type { StageName } from '../../../pipeline/stage';
import { part } from '../../browser/lazy/part';
import type { ClockEvent } from './clock';
import type { Rate } from './costs';
import type { Followed } from './follow';
import type { Reading } from './reading';
import type { RunSize } from './work';

/** What the page shows of a run; times in seconds, as they are shown. */
export interface RunTime extends Reading {
  /** the stages that follow, as far as is known */
  readonly ahead: readonly StageName[];
}

/** Milliseconds between two readings while nothing is heard. */
const TICK = 1000;

const engine = part(() => import('./engine'));
type Engine = Awaited<ReturnType<typeof engine>>;

export class RunClock {
  #engine: Engine | null = null;
  #followed = $state.raw<Followed | null>(null);
  #former: readonly Rate[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `size`: of the next stage; `device`: a name for the loaded model and what it runs on. */
  constructor(
    private readonly size: () => RunSize,
    private readonly device: () => string,
  ) {}

  /** null while nothing runs */
  get time(): RunTime | null {
    if (!this.#followed) return null;
    const { left, stageLeft, clock, ...reading } = this.#followed;
    const seconds = { left: left?.seconds ?? null, stageLeft: stageLeft?.seconds ?? null };
    return { ...reading, ...seconds, ahead: clock.ahead };
  }

  /** Never throws: a run whose clock could not be fetched goes without. */
  async begin(): Promise<void> {
    this.#engine ??= await engine().catch(() => null);
    this.#former = this.#engine?.readRates(this.device()) ?? [];
    this.#timer = setInterval(() => this.hear(null), TICK);
  }

  /** null: time has passed. */
  hear(event: ClockEvent | null): void {
    if (!this.#engine) return;
    const now = performance.now() / 1000;
    const options = { now, size: this.size(), former: this.#former };
    this.#followed = this.#engine.followed(this.#followed, event, options);
  }

  /** What was measured is kept for the next run. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#followed) this.#engine?.keepTimes(this.device(), this.#followed.clock.timed);
    this.#followed = null;
  }
}
