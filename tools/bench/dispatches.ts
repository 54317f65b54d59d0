/**
 * What a training step of workload L6 and a written token of the shipped model ask of the graphics card. These numbers are
 * the same on every card, also on one that is emulated on the CPU.
 */
import { prng } from '../../src/base/prng';
import { loadModelFiles } from '../../src/files/load-model-files';
import { urlSource } from '../../src/files/source';
import { adapterLayout, allProjections } from '../../src/llama/lora';
import { AdapterBank } from '../../src/model/adapter-bank';
import { generate } from '../../src/model/generate';
import type { GenerationInput } from '../../src/model/generation-inputs';
import { Model } from '../../src/model/model';
import { Trainer } from '../../src/model/trainer';
import type { Device } from '../../src/runtime/device';
import { openWebGpu } from '../../src/runtime/webgpu';
import { callsOf, countGpuCalls, type GpuCalls } from './gpu-calls';
import { config, inputs, RATE, shape } from './workload';

/** Tokens of the prompt, and tokens that are written; the last one is counted. */
const [PROMPT, WRITTEN] = [8, 3];

export async function benchDispatches(base: string) {
  const calls = countGpuCalls();
  const device = await openWebGpu();
  return {
    dispatches: { step: await stepCalls(device, calls), token: await tokenCalls(device, calls, base) },
  };
}

/** Of the second step: the first one also compiles. */
async function stepCalls(device: Device, calls: GpuCalls): Promise<GpuCalls> {
  const { weights, adapter, ids, labels } = inputs();
  const model = await Model.open(device, config, weights);
  const trainer = await Trainer.start(model, shape, adapter);
  const step = () => trainer.step({ ids, labels }, RATE);
  await step();
  const counted = await callsOf(calls, step);
  await trainer.release();
  await model.release();
  return counted;
}

async function tokenCalls(device: Device, calls: GpuCalls, base: string) {
  const files = await loadModelFiles(urlSource(base), 'models/base');
  const model = await Model.open(device, files.config, files.weights);
  const bank = new AdapterBank(device, files.config, allProjections);
  const random = prng(9);
  const { size } = adapterLayout(files.config, allProjections);
  const flat = Float32Array.from({ length: size }, () => 0.02 * random.normal());
  await bank.set('reinforced', { lora: allProjections, flat });
  const ids = Int32Array.from({ length: PROMPT }, () => random.below(files.config.vocabSize));
  const lastToken = async (input: GenerationInput): Promise<GpuCalls> => {
    const writing = generate(model, bank, [input], { maxTokens: WRITTEN, stopAt: null });
    for (let token = 1; token < WRITTEN; token++) await writing.next();
    const counted = await callsOf(calls, () => writing.next());
    await writing.return();
    return counted;
  };
  const result = {
    baseline: await lastToken({ variant: 'baseline', ids }),
    adapted: await lastToken({ variant: 'reinforced', ids }),
    equation1: await lastToken({ variant: 'equation1', ids, translated: null, space: 'raw', alpha: 1 }),
  };
  await bank.release();
  await model.release();
  return result;
}
