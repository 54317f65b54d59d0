/** Training an adapter: an async generator that reports every step and returns the adapter. */
import { fail } from '../base/errors';
import { prng } from '../base/prng';
import type { AdamWSettings } from '../llama/adamw';
import { adapterLayout, initialAdapter } from '../llama/lora';
import { rateAt } from '../llama/schedule';
import type { Adapter } from '../model/adapter-bank';
import type { Model } from '../model/model';
import { Trainer } from '../model/trainer';
import { batches, targetsOf, type LabelledBlock } from './batches';
import type { Probe } from './probe';
import type { RunSettings, TrainingSettings } from './settings';

/** Betas of the paper's training; no decay (arXiv 2310.02238, section 3). */
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

export interface TrainInput<E = never> {
  /** all with the same number of labels per position */
  readonly blocks: readonly LabelledBlock[];
  readonly retain: readonly LabelledBlock[];
  readonly retainShare: number;
  readonly training: TrainingSettings;
  /** separates the random choices of the two trainings of a run */
  readonly seed: number;
  /** looks at the adapter while it is trained, and may end the training early; none by default */
  readonly probe?: Probe<E> | null;
  /** asked before each step: whether to end here, with the adapter as it stands; never by default */
  readonly isEnough?: () => boolean;
}

/** Why a training ended: all its steps were taken, its probe had seen enough, or somebody said so. */
export type Ending = 'planned' | 'seen' | 'told';

export interface Trained {
  readonly adapter: Adapter;
  /** how many were taken */
  readonly steps: number;
  readonly ending: Ending;
}

/**
 * Trains a new adapter on `blocks`. It starts as the baseline: A random, B zero.
 * @throws LetheError train/diverged if the loss is no longer a number
 */
export async function* train<E = never>(
  model: Model,
  { blocks, retain, retainShare, training, seed, probe = null, isEnough = () => false }: TrainInput<E>,
  settings: RunSettings,
  signal?: AbortSignal,
): AsyncGenerator<StepEvent | E, Trained> {
  const { batch, blockLength: length, lora } = settings;
  const random = prng(seed);
  const initial = initialAdapter(adapterLayout(model.config, lora), random);
  const [first] = blocks;
  const targets = first ? targetsOf(first) : 1;
  const trainable = { kind: 'adapter', lora } as const;
  const shape = { batch, length, targets, trainable, optimizer: paperAdamW };
  const trainer = await Trainer.start(model, shape, initial);
  try {
    const source = batches(blocks, retain, { batch, length, targets, retainShare }, random);
    const standing = async (): Promise<Adapter> => ({ lora, flat: await trainer.parameters() });
    let ending: Ending = 'planned';
    let step = 0;
    for (; step < training.steps; step++) {
      signal?.throwIfAborted();
      if (isEnough()) ending = 'told';
      else if (probe && step % probe.every === 0 && (yield* probe.look(step, await standing(), signal)))
        ending = 'seen';
      if (ending !== 'planned') break;
      const learningRate = rateAt(step, { ...training, warmup: 0 });
      const { loss, gradientNorm } = await trainer.step(source.next().value, learningRate);
      if (!Number.isFinite(loss)) fail('train/diverged', { step: String(step + 1), loss: String(loss) });
      yield {
        kind: 'step',
        step: step + 1,
        steps: training.steps,
        loss,
        gradientNorm,
        learningRate,
        tokens: batch * length,
      };
    }
    const adapter = await standing();
    if (probe && ending !== 'seen') yield* probe.look(step, adapter, signal);
    return { adapter, steps: step, ending };
  } finally {
    await trainer.release();
  }
}
