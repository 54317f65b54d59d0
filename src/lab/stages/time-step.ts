/** How long a training step of a model takes on this device, before anything of the model is kept. */
import { prng } from '../../base/prng';
import { adamWDefaults } from '../../llama/adamw';
import type { LlamaConfig } from '../../llama/config';
import { adapterLayout, initialAdapter } from '../../llama/lora';
import { crossEntropy } from '../../llama/loss';
import type { RunSettings } from '../../methods/settings';
import type { Execution } from '../../model/execution';
import { Model } from '../../model/model';
import { packed } from '../../model/packed-weights';
import { standInWeights } from '../../model/stand-in-weights';
import { Trainer } from '../../model/trainer';
import type { Device } from '../../runtime/device';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import { planFor } from '../plan-for';

export interface TimeStepInput {
  readonly config: LlamaConfig;
}

/** Layers of the two models that are timed. */
const LAYERS = [1, 2] as const;
/** Steps that are timed; the middle one counts. */
const STEPS = 3;

/**
 * Seconds of a step of unlearning with these settings, on WASM: those of the model with one layer, and for every other
 * layer what a second one adds. The weights stand in for its own, whose values do not matter.
 * @throws LetheError plan/too-big, runtime/…
 */
export async function* timeStep(
  { open }: Lab,
  { config }: TimeStepInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<number> {
  yield activity('openingDevice');
  const device = await open.wasm(signal);
  try {
    const { execution } = planFor(config, settings, device);
    const seconds: number[] = [];
    for (const layers of LAYERS) {
      yield activity('compiling');
      seconds.push(await secondsOf(device, { ...config, layers }, execution, settings, signal));
    }
    const [one = 0, two = 0] = seconds;
    return one + Math.max(0, two - one) * (config.layers - 1);
  } finally {
    await device.release();
  }
}

async function secondsOf(
  device: Device,
  config: LlamaConfig,
  execution: Execution,
  { unlearn: { batch }, blockLength, lora }: RunSettings,
  signal: AbortSignal,
): Promise<number> {
  const length = Math.min(blockLength, config.context);
  const weights = standInWeights(config);
  const { weightBits: bits } = execution;
  const model = await Model.open(
    device,
    config,
    bits === 32 ? weights : packed(config, weights, bits),
    execution,
  );
  const random = prng(1);
  const tokens = (): Int32Array =>
    Int32Array.from({ length: batch * length }, () => random.below(config.vocabSize));
  const given = { ids: tokens(), labels: tokens() };
  try {
    const trainer = await Trainer.start(
      model,
      {
        batch,
        length,
        trainable: { kind: 'adapter', lora },
        objective: crossEntropy,
        optimizer: adamWDefaults,
      },
      initialAdapter(adapterLayout(config, lora), random),
    );
    try {
      await trainer.step(given, 0); // the first one is slower
      const times: number[] = [];
      for (let step = 0; step < STEPS; step++) {
        signal.throwIfAborted();
        const start = performance.now();
        await trainer.step(given, 0);
        times.push((performance.now() - start) / 1000);
      }
      return times.sort((a, b) => a - b)[Math.floor(STEPS / 2)] ?? 0;
    } finally {
      await trainer.release();
    }
  } finally {
    await model.release();
  }
}
