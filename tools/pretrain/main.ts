/**
 * `npm run pretrain`: trains the shipped models into public/, with the same autodiff and runtime as the page. It can be
 * stopped at any time and resumes from its last checkpoint. `--only trunk` stops after the
 * trunk; with the name of a branch, the other branch is left out.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentHash } from '../../src/base/hash';
import { parseTokenizer } from '../../src/files/tokenizer';
import { parseConfig } from '../../src/llama/config';
import type { TrainState } from '../../src/model/trainer';
import { openNative } from '../../src/runtime/node';
import { publishCatalogue } from '../world/publish-catalogue';
import { initialWeights } from './initial-weights';
import { trainPhase } from './phase';
import { modelCard } from './model-card';
import { branches, configJson, seed, trunk } from './plan';
import { publishModel } from './publish-model';
import { tokenizerConfig, tokenizerJson } from './tokenizer-files';
import { makeVocabulary } from './vocabulary';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

const config = parseConfig(configJson);
const vocabulary = makeVocabulary();
const device = openNative();
const context = {
  device,
  config,
  tokenizer: parseTokenizer(tokenizerJson(vocabulary), tokenizerConfig),
};

const first = fresh(initialWeights(config, seed));
const grown = await trainPhase(
  trunk,
  { ...context, history: contentHash(JSON.stringify(vocabulary)) },
  first,
);
for (const branch of branches) {
  if (values.only !== undefined && values.only !== branch.name) continue;
  const { state, losses } = await trainPhase(branch, { ...context, history: grown.history }, grown.state);
  const folder = `public/models/${branch.name}`;
  const bytes = publishModel(folder, config, vocabulary, state.parameters);
  const all = [...grown.losses, ...losses];
  writeFileSync(`${folder}/losses.json`, `${JSON.stringify(all)}\n`);
  writeFileSync(`${folder}/README.md`, modelCard(branch, all));
  console.log(`${branch.name}: ${bytes} bytes`);
}
publishCatalogue('public');
await device.release();

function fresh(parameters: Float32Array): TrainState {
  const zeros = (): Float32Array => new Float32Array(parameters.length);
  return { parameters, firstMoment: zeros(), secondMoment: zeros(), step: 0 };
}
