/** Training an adapter: an async generator that reports every step and returns the adapter. */
import { prng } from '../base/prng';
import type { AdamWSettings } from '../llama/adamw';
import { adapterLayout, initialAdapter } from '../llama/lora';
import type { Objective } from '../llama/objective';
import { rateAt } from '../llama/schedule';
import type { Adapter } from '../model/adapter-bank';
import type { Model } from '../model/model';
import { Trainer } from '../model/trainer';
import { batches, targetsOf, type LabelledBlock } from './batches';
import type { Checkpoint, CheckpointEvent, CheckpointStore } from './checkpoint';
import type { TrainingProbe } from './training-probe';
import type { RunSettings } from '../methods/settings';
import type { TrainingSettings } from '../settings/standard';
import type { Diverged, Ending, Trained } from './trained';
import { TrainingLog } from './training-log';

/** The paper's betas, without weight decay (arXiv 2310.02238, section 3). */
export const paperAdamW: AdamWSettings = {
  beta1: 0.9,
  beta2: 0.98,
  epsilon: 1e-8,
  weightDecay: 0,
  gradientClip: 1,
};

export interface StepEvent {
  readonly kind: 'step';
  /** counted from 1 */
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly learningRate: number;
  /** tokens of one batch, padding included */
  readonly tokens: number;
}

export interface TrainingInput<E = never> {
  /** all with the same number of labels per position */
  readonly blocks: readonly LabelledBlock[];
  readonly retain: readonly LabelledBlock[];
  readonly retainShare: number;
  /** the loss, over forget and retain rows */
  readonly objective: Objective;
  readonly training: TrainingSettings;
  /** keeps the random choices of the two trainings of a run apart */
  readonly seed: number;
  /** evaluates the adapter during training, and may end it early @default none */
  readonly probe?: TrainingProbe<E> | null;
  /** called before each step: whether to stop here and keep the adapter so far @default never */
  readonly isEnough?: () => boolean;
  /** called with how to read the adapter between two steps, and with null once there are no more @default not called */
  readonly onCurrent?: (read: (() => Promise<Adapter>) | null) => void;
  /** the checkpoint to resume from @default none */
  readonly from?: Checkpoint | null;
  /** where the state is saved every few seconds and on an abort @default nowhere */
  readonly checkpoints?: CheckpointStore | null;
}

/**
 * Trains a new adapter on `blocks`, starting from the baseline: A random, B zero. Resumed from a checkpoint, it continues
 * with the next batches and ends with the same bits as without interruption.
 */
export async function* train<E = never>(
  model: Model,
  input: TrainingInput<E>,
  settings: RunSettings,
  signal?: AbortSignal,
): AsyncGenerator<StepEvent | CheckpointEvent | E, Trained | Diverged> {
  const { blocks, retain, retainShare, objective, training, seed } = input;
  const { probe = null, from = null, checkpoints = null, isEnough = () => false, onCurrent } = input;
  const { blockLength: length, lora } = settings;
  const { batch } = training;
  const random = prng(seed);
  const initial = initialAdapter(adapterLayout(model.config, lora), random);
  const [first] = blocks;
  const targets = first ? targetsOf(first) : 1;
  const trainable = { kind: 'adapter', lora } as const;
  const shape = { batch, length, targets, trainable, objective, optimizer: paperAdamW };
  const trainer = await Trainer.start(model, shape, from?.state ?? initial);
  try {
    const source = batches(blocks, retain, { batch, length, targets, retainShare }, random);
    const current = async (): Promise<Adapter> => ({ lora, flat: await trainer.parameters() });
    onCurrent?.(current);
    const log = new TrainingLog(trainer, checkpoints, from);
    let ending: Ending = 'completed';
    let step = log.step;
    for (let taken = 0; taken < step; taken++) source.next();
    for (; step < training.steps; step++) {
      if (signal?.aborted) yield* log.save();
      signal?.throwIfAborted();
      if (isEnough()) ending = 'stoppedByUser';
      else if (probe?.isDue(step) && (yield* probe.evaluate(step, await current(), signal)))
        ending = 'earlyStopped';
      if (ending !== 'completed') break;
      const learningRate = rateAt(step, { ...training, warmup: 0 });
      await log.snapshotIfGood();
      const { loss, gradientNorm } = await trainer.step(source.next().value, learningRate);
      log.add(loss, gradientNorm);
      if (log.hasDiverged) return { ending: 'diverged', step: step + 1, loss, gradientNorm, good: log.good };
      yield {
        kind: 'step',
        step: step + 1,
        steps: training.steps,
        loss,
        gradientNorm,
        learningRate,
        tokens: batch * length,
      };
      if (log.isDue) yield* log.save();
    }
    const adapter = await current();
    if (probe && ending !== 'earlyStopped') yield* probe.evaluate(step, adapter, signal);
    return { ending, adapter, losses: log.losses };
  } finally {
    onCurrent?.(null);
    await trainer.release();
  }
}
