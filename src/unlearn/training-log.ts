/** Follows a training: its losses, its last good state, and when the next checkpoint is due. */
import { fail } from '../base/errors';
import type { Trainer } from '../model/trainer';
import type { CheckpointEvent, Checkpoints, GoodState } from './checkpoint';
import { DivergenceMonitor } from './divergence-monitor';
import type { Trained } from './trained';

/** Steps between two looks at whether the state is good. */
const LOOK_EVERY = 10;

export class TrainingLog {
  readonly #losses: number[];
  readonly #divergence = new DivergenceMonitor();
  #candidate: GoodState | null = null;
  #good: GoodState | null = null;
  #savedAt = performance.now();
  #savedStep: number;

  constructor(
    private readonly trainer: Pick<Trainer, 'parameters' | 'save'>,
    private readonly checkpoints: Checkpoints | null,
  ) {
    this.#losses = [...(checkpoints?.from?.losses ?? [])];
    // Norms are not kept: a training that went on after them was sound.
    for (const loss of this.#losses) this.#divergence.see(loss, 0);
    this.#savedStep = this.step;
  }

  /** Steps that were taken. */
  get step(): number {
    return this.#losses.length;
  }

  get isDue(): boolean {
    const every = this.checkpoints?.checkpointStore?.every;
    return every !== undefined && performance.now() - this.#savedAt >= every * 1000;
  }

  /** To be called before each step. */
  async snapshotIfGood(): Promise<void> {
    if (!this.checkpoints || this.step === 0 || this.step % LOOK_EVERY > 0 || !this.#divergence.isGood)
      return;
    this.#candidate = { parameters: await this.trainer.parameters(), losses: [...this.#losses] };
  }

  /** Hears of a step. @throws LetheError train/diverged if the training has gone astray */
  see(loss: number, gradientNorm: number): void {
    this.#losses.push(loss);
    this.#divergence.see(loss, gradientNorm);
    // The loss tells of the parameters before its step: those that were seen are now known to be good.
    if (this.#divergence.isGood) this.#good = this.#candidate;
    if (!this.#divergence.hasDiverged) return;
    if (this.#good) this.checkpoints?.rescue(this.#good);
    fail('train/diverged', {
      step: String(this.step),
      loss: loss.toPrecision(4),
      gradient: gradientNorm.toPrecision(4),
      good: this.#good ? String(this.#good.losses.length) : '',
    });
  }

  /** Takes a checkpoint, unless the last one is of this very step. */
  async *save(): AsyncGenerator<CheckpointEvent, void> {
    const checkpointStore = this.checkpoints?.checkpointStore;
    if (!checkpointStore || this.step === this.#savedStep) return;
    const { step } = this;
    const isSaved = await checkpointStore.save({
      state: await this.trainer.save(),
      losses: [...this.#losses],
    });
    [this.#savedAt, this.#savedStep] = [performance.now(), step];
    yield { kind: 'checkpoint', step, isSaved };
  }

  /** Keeps what came out. */
  async *finish(trained: Trained): AsyncGenerator<CheckpointEvent, void> {
    const checkpointStore = this.checkpoints?.checkpointStore;
    if (checkpointStore)
      yield {
        kind: 'checkpoint',
        step: null,
        isSaved: await checkpointStore.finish(trained, [...this.#losses]),
      };
  }
}
