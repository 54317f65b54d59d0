/** Keeps track of a training: its losses, its last good state, and when the next checkpoint is due. */
import type { Trainer } from '../model/trainer';
import type { Checkpoint, CheckpointEvent, CheckpointStore, GoodState } from './checkpoint';
import { DivergenceMonitor } from './divergence-monitor';

/** Steps between two snapshots of the state, which may turn out to be good. */
const SNAPSHOT_EVERY = 10;

export class TrainingLog {
  readonly #losses: number[];
  readonly #divergence = new DivergenceMonitor();
  #candidate: GoodState | null = null;
  #good: GoodState | null = null;
  #savedAt = performance.now();
  #savedStep: number;

  /** `from`: the checkpoint that the training was resumed from. */
  constructor(
    private readonly trainer: Pick<Trainer, 'parameters' | 'save'>,
    private readonly store: CheckpointStore | null,
    from: Checkpoint | null,
  ) {
    this.#losses = [...(from?.losses ?? [])];
    // Checkpoints have no gradient norms, but training continued after these steps, so they were fine.
    for (const loss of this.#losses) this.#divergence.see(loss, 0);
    this.#savedStep = this.step;
  }

  /** Steps taken. */
  get step(): number {
    return this.#losses.length;
  }

  get losses(): readonly number[] {
    return [...this.#losses];
  }

  get hasDiverged(): boolean {
    return this.#divergence.hasDiverged;
  }

  /** The last state known to be good; null if there was none yet. */
  get good(): GoodState | null {
    return this.#good;
  }

  get isDue(): boolean {
    return this.store !== null && performance.now() - this.#savedAt >= this.store.every * 1000;
  }

  /** Call this before each step. */
  async snapshotIfGood(): Promise<void> {
    if (this.step === 0 || this.step % SNAPSHOT_EVERY > 0 || !this.#divergence.isGood) return;
    this.#candidate = { parameters: await this.trainer.parameters(), losses: this.losses };
  }

  /** Call this after each step. */
  add(loss: number, gradientNorm: number): void {
    this.#losses.push(loss);
    this.#divergence.see(loss, gradientNorm);
    // A loss is that of the parameters before its step, so the snapshot of those is now known to be good.
    if (this.#divergence.isGood) this.#good = this.#candidate;
  }

  /** Saves a checkpoint, unless there is one of this step. */
  async *save(): AsyncGenerator<CheckpointEvent, void> {
    if (!this.store || this.step === this.#savedStep) return;
    const { step } = this;
    const isSaved = await this.store.save({ state: await this.trainer.save(), losses: this.losses });
    [this.#savedAt, this.#savedStep] = [performance.now(), step];
    yield { kind: 'checkpoint', step, isSaved };
  }
}
