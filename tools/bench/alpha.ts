/** Changing α on the shipped model: relabelling a block, and equation 1 generating beside one plain variant. */
import { urlSource } from '../../src/files/source';
import { loadModelFiles } from '../../src/files/load-model-files';
import { adapterLayout, allProjections, initialAdapter } from '../../src/llama/lora';
import { prng } from '../../src/base/prng';
import { AdapterBank } from '../../src/model/adapter-bank';
import { generate } from '../../src/model/generate';
import { Model } from '../../src/model/model';
import type { GenerationInput } from '../../src/model/generation-inputs';
import type { Device } from '../../src/runtime/device';
import { createMatcher } from '../../src/text/matcher';
import { translate } from '../../src/text/translate';
import { BlockRows } from '../../src/unlearn/block-rows';
import { labelsAt } from '../../src/unlearn/record';
import { median, milliseconds } from './timing';

const T = 128;
const ROUNDS = 20;
const WRITTEN = 64;

export async function benchAlpha(device: Device, base: string) {
  const files = await loadModelFiles(urlSource(base), 'models/base');
  const model = await Model.open(device, files.config, files.weights);
  const bank = new AdapterBank(device, files.config, allProjections);
  const random = prng(9);
  const flat = initialAdapter(adapterLayout(files.config, allProjections), random);
  // Any non-zero adapter will do: the work is the same.
  await bank.set('reinforced', { lora: allProjections, flat: flat.map(() => 0.02 * random.normal()) });

  const ids = Int32Array.from({ length: T }, () => random.below(files.config.vocabSize));
  const aligned = translate(ids, createMatcher([], files.tokenizer), { seed: 1, block: 0, context: T });
  const rows = await BlockRows.read(model, bank, aligned, { logitSpace: 'raw', blockLength: T });
  const record = await rows.record(5);
  const [combine, envelope]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const alpha = 10 * random.uniform();
    combine.push(await milliseconds(() => rows.generic(alpha)));
    envelope.push(await milliseconds(() => Promise.resolve(labelsAt(record, alpha))));
  }
  rows.release();

  const prompt = ids.subarray(0, 8);
  const plain: GenerationInput = { variant: 'baseline', ids: prompt };
  const pair: GenerationInput = {
    variant: 'equation1',
    ids: prompt,
    translated: null,
    space: 'raw',
    alpha: 5,
  };
  const write = async (input: GenerationInput): Promise<void> => {
    for await (const _ of generate(model, bank, [input], { maxTokens: WRITTEN, stopAt: null }));
  };
  const [alone, both]: [number[], number[]] = [[], []];
  for (let round = 0; round < 6; round++) {
    const times = [await milliseconds(() => write(plain)), await milliseconds(() => write(pair))] as const;
    if (round === 0) continue; // compiling
    alone.push(times[0]);
    both.push(times[1]);
  }
  await bank.release();
  await model.release();
  return {
    /** Labelling a block of 128 tokens at another α: by `combine` on the device, and from its record. */
    alpha: { ms: median(combine), fromRecordMs: median(envelope) },
    equation1Decode: {
      tokensPerSecond: (1000 * WRITTEN) / median(both),
      fraction: median(alone.map((time, i) => time / (both[i] ?? 1))),
    },
  };
}
