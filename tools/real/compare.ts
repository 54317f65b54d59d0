/**
 * `npx tsx tools/real/compare.ts --plan layered`: Lethe against transformers and PEFT on a real model, after
 * tools/golden/real.py; by the plan whole if none is named.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { largest, smallest } from '../../src/base/extremes';
import { v } from '../../src/base/schema';
import { continuationProbabilities } from '../../src/evaluate/continuation-probability';
import { continued } from '../../src/evaluate/prompt-tokens';
import { diskSource } from '../../src/files/disk-source';
import { loadModelFiles } from '../../src/files/load-model-files';
import { adamWDefaults } from '../../src/llama/adamw';
import { formula } from '../../src/llama/golden/formula';
import { adapterLayout, allProjections } from '../../src/llama/lora';
import { crossEntropy } from '../../src/llama/loss';
import { view } from '../../src/llama/layout';
import { AdapterBank } from '../../src/model/adapter-bank';
import { executions, plans } from '../../src/model/execution';
import { logits } from '../../src/model/logits';
import { Model } from '../../src/model/model';
import { score } from '../../src/model/score';
import { Trainer } from '../../src/model/trainer';
import { readF32 } from '../../src/runtime/device';
import { openNative } from '../../src/runtime/node';
import { oneOf } from '../lab/one-of';
import { fetchModel } from './fetch-model';

const { values } = parseArgs({ options: { plan: { type: 'string', default: 'whole' } } });
const execution = executions[oneOf('plan', plans, values.plan)];
const FOLDER = '.cache/real';
const row = v.array(v.number());
const golden = v.parse(
  v.object({
    tokens: v.array(v.object({ text: v.string(), ids: row })),
    logits: v.array(v.object({ ids: row, topIds: v.array(row), topLogits: v.array(row), last: row })),
    perplexity: row,
    probability: v.object({ prompt: v.string(), expected: v.string(), value: v.number() }),
    rank: v.number(),
    loraAlpha: v.number(),
    ids: row,
    loss: v.number(),
    gradientNorm: v.number(),
    stepSeconds: v.number(),
  }),
  JSON.parse(readFileSync(`${FOLDER}/golden.json`, 'utf8')),
);
const { config, tokenizer, weights } = await loadModelFiles(diskSource(''), fetchModel(console.log));
const device = openNative();
const model = await Model.open(device, config, weights, execution);
const bank = new AdapterBank(device, config, allProjections);
const V = config.vocabSize;

/** Says how far off something is, and fails beyond `most`. */
function check(what: string, off: number, most: number): void {
  const fits = off <= most;
  console.log(`${fits ? 'ok  ' : 'FAIL'} ${what}: ${off.toExponential(1)}, at most ${most}`);
  if (!fits) process.exitCode = 1;
}

const other = golden.tokens.filter(({ text, ids }) => tokenizer.encode(text).join() !== ids.join());
check(`token ids of ${golden.tokens.length} strings: how many differ`, other.length, 0);
for (const { text } of other.slice(0, 5)) console.log(`     ${JSON.stringify(text)}`);

let [off, argmax, positions] = [0, 0, 0];
for (const { ids, topIds, topLogits, last } of golden.logits) {
  const tensor = await logits(model, bank, [{ ids: Int32Array.from(ids), variant: 'baseline' }], ids.length);
  const got = await readF32(tensor);
  tensor.release();
  topIds.forEach((best, t) => {
    const here = got.subarray(t * V, (t + 1) * V);
    best.forEach((id, i) => {
      off = Math.max(off, Math.abs((here[id] ?? Number.NaN) - (topLogits[t]?.[i] ?? Number.NaN)));
    });
    const gap = (topLogits[t]?.[0] ?? 0) - (topLogits[t]?.[1] ?? 0);
    const likeliest = here.reduce((most, x, id) => (x > (here[most] ?? 0) ? id : most), 0);
    if (likeliest !== best[0] && gap > 5e-4) argmax++;
  });
  positions += topIds.length;
  last.forEach((x, id) => {
    off = Math.max(off, Math.abs((got[(ids.length - 1) * V + id] ?? Number.NaN) - x));
  });
}
check(`logits of ${golden.logits.length} texts, ${positions} positions`, off, 5e-4);
check('positions with another likeliest token', argmax, 0);

const baseline = { model, bank, variantRef: { variant: 'baseline' } } as const;
const scores = await score(baseline, golden.logits.map(({ ids }) => Int32Array.from(ids)), 1); // prettier-ignore
const perplexities = scores.map(({ nll }) => Math.exp(nll.reduce((sum, x) => sum + x, 0) / nll.length));
const relative = perplexities.map((x, i) => Math.abs(x / (golden.perplexity[i] ?? Number.NaN) - 1));
check('perplexity, relative', largest(relative), 1e-4);
const { prompt, expected, value } = golden.probability;
const asked = [{ prompt, expected }];
const [probability = Number.NaN] = await continuationProbabilities(baseline, continued(tokenizer), asked);
check(`P(${expected}) = ${probability.toFixed(6)}`, Math.abs(probability - value), 1e-3);

const lora = { ...allProjections, rank: golden.rank, loraAlpha: golden.loraAlpha };
const layout = adapterLayout(config, lora);
const initial = new Float32Array(layout.size);
[...layout.parts.values()].forEach(({ shape, offset }, t) => {
  initial.set(formula(t, shape, 0.02), offset);
});
const length = golden.ids.length - 1;
const shape = {
  batch: 1,
  length,
  trainable: { kind: 'adapter', lora },
  objective: crossEntropy,
  optimizer: { ...adamWDefaults, beta1: 0, gradientClip: null }, // so that the first moment is the gradient
} as const;
const opening = performance.now();
const trainer = await Trainer.start(model, shape, initial);
console.log(`     session in ${((performance.now() - opening) / 1000).toFixed(1)} s`);
const batch = { ids: Int32Array.from(golden.ids.slice(0, -1)), labels: Int32Array.from(golden.ids.slice(1)) };
const report = await trainer.step(batch, 0);
const { firstMoment } = await trainer.save();
const file = readFileSync(`${FOLDER}/gradient.f32`);
const gradient = new Float32Array(file.buffer, file.byteOffset, file.byteLength / 4);
const distance = (got: Float32Array, want: Float32Array): number =>
  norm(want.map((x, i) => x - (got[i] ?? Number.NaN))) / norm(want);
check('loss, relative', Math.abs(report.loss / golden.loss - 1), 1e-5);
check('norm of the gradient, relative', Math.abs(report.gradientNorm / golden.gradientNorm - 1), 1e-4);
check('LoRA gradient, relative', distance(firstMoment, gradient), 1e-4);
const ofParts = [...layout.parts.values()].map((part) =>
  distance(view(firstMoment, part), view(gradient, part)),
);
check('its worst matrix, relative', largest(ofParts), 1e-3);
const seconds: number[] = [];
for (let i = 0; i < 4; i++) {
  const start = performance.now();
  await trainer.step(batch, 0);
  seconds.push((performance.now() - start) / 1000);
}
console.log(
  `     step ${smallest(seconds).toFixed(2)} s, PyTorch with PEFT ${golden.stepSeconds.toFixed(2)} s`,
);
await device.release();

function norm(x: Float32Array): number {
  return Math.sqrt(x.reduce((sum, one) => sum + one * one, 0));
}
