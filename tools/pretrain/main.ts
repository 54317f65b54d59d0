/**
 * `npm run pretrain`: writes the starter world and trains its model into public/, through the same
 * autodiff and runtime as the page. Stop it at any time; it goes on from its last checkpoint.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { contentHash } from '../../src/base/hash';
import { parseTokenizer } from '../../src/files/tokenizer';
import { writeSafetensors } from '../../src/files/safetensors';
import { adamWDefaults } from '../../src/llama/adamw';
import { parseConfig, type LlamaConfig } from '../../src/llama/config';
import { layOut, view } from '../../src/llama/layout';
import { rateAt } from '../../src/llama/schedule';
import { weightShapes } from '../../src/llama/weights';
import { Model } from '../../src/model/model';
import { Trainer } from '../../src/model/trainer';
import { openNative } from '../../src/runtime/node';
import { tokenStream } from '../../src/text/blocks';
import * as world from '../world/starter';
import { trainBpe } from './bpe';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import { initialWeights } from './initial-weights';
import { trainingBatch, type Mixture } from './rows';
import { configJson, corpus, plan } from './starter-config';
import { BOS, BOS_ID, tokenizerConfig, tokenizerJson } from './tokenizer-files';

const WORLD = 'worlds/starter';
const MODEL = 'models/starter';
const PUBLIC = 'public';
const CHECKPOINTS = '.cache/pretrain';
const SEEDS = { tokenizer: 11, heldOut: 12, retain: 13 };

const json = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;

function writeWorld(heldOut: readonly string[]): void {
  mkdirSync(`${PUBLIC}/${WORLD}`, { recursive: true });
  const retain = world.everydayTexts(SEEDS.retain, corpus.retain, new Set(heldOut));
  writeFileSync(`${PUBLIC}/${WORLD}/forget.json`, json({ title: 'The saga', passages: world.chapters() }));
  writeFileSync(`${PUBLIC}/${WORLD}/dictionary.json`, json(world.dictionary()));
  writeFileSync(`${PUBLIC}/${WORLD}/prompts.json`, json(world.prompts()));
  writeFileSync(
    `${PUBLIC}/${WORLD}/everyday.json`,
    json({ title: 'Everyday texts the model was not trained on', passages: heldOut }),
  );
  writeFileSync(
    `${PUBLIC}/${WORLD}/retain.json`,
    json({ title: 'Everyday texts for the retain share', passages: retain }),
  );
}

function writeModelFiles(vocabulary: ReturnType<typeof trainBpe>): void {
  mkdirSync(`${PUBLIC}/${MODEL}`, { recursive: true });
  writeFileSync(`${PUBLIC}/${MODEL}/config.json`, json(configJson));
  writeFileSync(
    `${PUBLIC}/${MODEL}/generation_config.json`,
    json({ bos_token_id: BOS_ID, eos_token_id: BOS_ID, do_sample: false }),
  );
  writeFileSync(`${PUBLIC}/${MODEL}/tokenizer.json`, json(tokenizerJson(vocabulary)));
  writeFileSync(`${PUBLIC}/${MODEL}/tokenizer_config.json`, json(tokenizerConfig));
}

function writeWeights(config: LlamaConfig, flat: Float32Array): void {
  const { parts } = layOut(weightShapes(config));
  const tensors = new Map(
    [...parts].map(([name, part]) => [name, { shape: part.shape, data: view(flat, part) }]),
  );
  const bytes = writeSafetensors(tensors, 'F16');
  writeFileSync(`${PUBLIC}/${MODEL}/model.safetensors`, bytes);
  const offer = {
    title: 'Starter: everyday stories and a saga',
    model: MODEL,
    world: WORLD,
    bytes: bytes.length,
  };
  writeFileSync(`${PUBLIC}/models.json`, json([offer]));
}

async function main(): Promise<void> {
  const heldOut = world.everydayTexts(SEEDS.heldOut, corpus.heldOut);
  const known = new Set(heldOut);
  const facts = world.factWordings;
  const saga = [...world.chapters(), ...facts];
  const tokenizerTexts = [
    ...world.everydayTexts(SEEDS.tokenizer, corpus.tokenizerTexts),
    ...Array.from({ length: corpus.tokenizerSagaCopies }, () => saga).flat(),
  ];
  const vocabulary = trainBpe(tokenizerTexts, configJson.vocab_size, [BOS]);
  writeWorld(heldOut);
  writeModelFiles(vocabulary);

  const config = parseConfig(configJson);
  const tokenizer = parseTokenizer(tokenizerJson(vocabulary), tokenizerConfig);
  const mixture: Mixture = {
    everyday: (random) => {
      for (;;) {
        const text = world.everyday(random);
        if (!known.has(text)) return text;
      }
    },
    saga: tokenStream(world.chapters(), tokenizer, BOS_ID),
    facts,
    sagaShare: plan.sagaShare,
    factShare: plan.factShare,
  };
  console.log(`saga: ${mixture.saga.length} tokens, facts: ${facts.length}`);

  const { batch, length, steps } = plan;
  const device = openNative();
  const model = await Model.open(device, config, zeroWeights(config));
  const optimizer = { ...adamWDefaults, beta2: 0.98, weightDecay: plan.weightDecay };
  const planHash = contentHash(
    JSON.stringify({ plan, configJson, vocabulary }),
    mixture.saga,
    facts.join('\n'),
  ).slice(0, 16);
  const saved = loadCheckpoint(CHECKPOINTS, planHash);
  const trainer = await Trainer.start(
    model,
    { batch, length, trainable: { kind: 'model' }, optimizer },
    saved ?? initialWeights(config, plan.seed),
  );
  const start = performance.now();
  let shown = 0;
  const first = saved?.step ?? 0;
  for (let step = first; step < steps; step++) {
    const rate = rateAt(step, {
      learningRate: plan.learningRate,
      schedule: 'cosine',
      warmup: plan.warmup,
      steps,
    });
    const { loss } = await trainer.step(
      trainingBatch(mixture, tokenizer, { seed: plan.seed, step, batch, length }),
      rate,
    );
    if ((step + 1) % plan.checkpointEvery === 0) {
      const state = await trainer.save();
      saveCheckpoint(CHECKPOINTS, planHash, state);
      writeWeights(config, state.parameters);
    }
    if (step + 1 - shown >= 50 || step + 1 === steps) {
      shown = step + 1;
      const seconds = (performance.now() - start) / 1000;
      const tokensPerSecond = ((step + 1 - first) * batch * length) / seconds;
      const left = ((steps - step - 1) * batch * length) / tokensPerSecond / 60;
      console.log(
        `step ${step + 1}/${steps} loss ${loss.toFixed(3)}, ${tokensPerSecond.toFixed(0)} tokens/s, ${left.toFixed(1)} min left`,
      );
    }
  }
  writeWeights(config, await trainer.parameters());
  await device.release();
}

/** The model is trained whole: its frozen weights are not used. */
function zeroWeights(config: LlamaConfig) {
  return new Map(
    [...weightShapes(config)].map(([name, shape]) => [
      name,
      { shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) },
    ]),
  );
}

await main();
