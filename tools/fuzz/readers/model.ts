/** Readers of a model’s folder and of a data set’s. */
import { readFileSync } from 'node:fs';
import { loadQuestions } from '../../../src/evaluate/questions';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS } from '../../../src/exchange/peft-adapter';
import { readAdapter, type AdapterFiles } from '../../../src/exchange/read-adapter';
import { loadModelFiles } from '../../../src/files/load-model-files';
import { renderChat, type ChatMessage } from '../../../src/files/render-chat';
import { readContainer } from '../../../src/files/tensor-container';
import { loadDataset } from '../../../src/lab/dataset';
import { microFiles } from '../../../src/lab/micro-lab';
import { microShards } from '../../../src/lab/micro-shards';
import { microConfig } from '../../../src/model/micro';
import { textReader, type Reader } from '../reader';
import { bytesOf, memorySource } from './memory-source';

/** A folder in which one file is damaged. */
function fileOf(
  name: string,
  seeds: readonly unknown[],
  load: (files: Readonly<Record<string, unknown>>) => Promise<unknown>,
): Reader {
  return { name, seeds: seeds.map(bytesOf), read: (bytes) => load({ ...microFiles, [name]: bytes }) };
}

/** The tokenizer must also encode and decode. */
const loadModel = async (files: Readonly<Record<string, unknown>>, path = 'm'): Promise<void> => {
  const { tokenizer } = await loadModelFiles(memorySource(files), path);
  const ids = tokenizer.encode('Bea met Cab at dawn, é 🏮\n "she" said.');
  tokenizer.decode(ids);
  for (const id of [0, 5, 47]) tokenizer.tokenText(id);
};
const modelFile = (name: string, ...more: readonly unknown[]): Reader =>
  fileOf(`m/${name}`, [microFiles[`m/${name}`] ?? {}, ...more], loadModel);

const gguf: Reader = {
  name: 'a GGUF file',
  seeds: [new Uint8Array(readFileSync('src/files/gguf/fixtures/micro.gguf'))],
  read: (bytes) => loadModel({ 'm.gguf': bytes }, 'm.gguf'),
};

/** The folder of a model in shards, with one of its files damaged. */
const sharded = (path: string): Reader => ({
  name: `${path}, of shards`,
  seeds: [bytesOf(microShards[path])],
  read: (bytes) => loadModel({ ...microFiles, ...microShards, [path]: bytes }),
});
const shards = Object.keys(microShards).filter((path) => microShards[path] !== undefined);

const llama3 = { rope_type: 'llama3', factor: 8, low_freq_factor: 1, high_freq_factor: 4 };
const config = microFiles['m/config.json'] as object;

/** A header of safetensors, in a file whose length fits. */
function headerReader(): Reader {
  const weights = bytesOf(microFiles['m/model.safetensors']);
  const length = Number(new DataView(weights.buffer, weights.byteOffset).getBigUint64(0, true));
  const data = weights.subarray(8 + length);
  const header = new TextDecoder().decode(weights.subarray(8, 8 + length));
  return textReader('header of model.safetensors', [header], (text) => {
    const json = new TextEncoder().encode(text);
    const file = new Uint8Array(8 + json.length + data.length);
    new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
    file.set(json, 8);
    file.set(data, 8 + json.length);
    readContainer(file, 'model.safetensors');
    return loadModel({ ...microFiles, 'm/model.safetensors': file });
  });
}

const dataset = (files: Readonly<Record<string, unknown>>) => loadDataset(memorySource(files), 'w');
const datasetFile = (name: string): Reader =>
  fileOf(`w/${name}.json`, [microFiles[`w/${name}.json`]], dataset);

/** The beginning of a shipped file of questions. */
function questionsOf(name: string): unknown {
  const file: unknown = JSON.parse(readFileSync(`public/worlds/marrowmere/${name}.json`, 'utf8'));
  return Array.isArray(file) ? file.slice(0, 3) : file;
}
const questions = (files: Readonly<Record<string, unknown>>) =>
  loadQuestions(memorySource(files), 'w', 'test');
const questionFile = (name: string): Reader => fileOf(`w/${name}.json`, [questionsOf(name)], questions);

/** An adapter of which one of the two files is damaged. */
function adapterReader(damaged: keyof AdapterFiles): Reader {
  const bytes = (file: string) => new Uint8Array(readFileSync(`src/exchange/fixtures/made/${file}`));
  const files = { config: bytes(ADAPTER_CONFIG), weights: bytes(ADAPTER_WEIGHTS) };
  return {
    name: damaged === 'config' ? ADAPTER_CONFIG : ADAPTER_WEIGHTS,
    seeds: [files[damaged]],
    read: (changed) => void readAdapter({ ...files, [damaged]: changed }, microConfig),
  };
}

interface Chats {
  readonly cases: readonly { readonly source: string; readonly messages: readonly ChatMessage[] }[];
}
const { cases } = JSON.parse(readFileSync('src/files/fixtures/chats.json', 'utf8')) as Chats;
const chatTemplate = textReader(
  'chat template',
  cases.map(({ source }) => source),
  (source) => renderChat({ source, bos: '<s>', eos: '' }, cases[1]?.messages ?? []),
);

export const modelReaders: readonly Reader[] = [
  chatTemplate,
  modelFile('config.json', { ...config, rope_scaling: llama3 }),
  modelFile('generation_config.json', { eos_token_id: [0, 3] }),
  modelFile('tokenizer.json'),
  modelFile('tokenizer_config.json', { bos_token: '<s>', clean_up_tokenization_spaces: false }),
  modelFile('model.safetensors'),
  ...shards.map(sharded),
  headerReader(),
  gguf,
  adapterReader('config'),
  adapterReader('weights'),
  ...['forget', 'retain', 'everyday', 'prompts', 'dictionary'].map(datasetFile),
  fileOf('w/split.json', [{ split: 'test' }], dataset),
  ...['neighbour', 'probability', 'tasks', 'truth', 'attacks', 'holdout', 'theme'].map(questionFile),
];
