import { afterEach, expect, test } from 'vitest';
import { LocalHub } from './local-hub';
import { modelsIn } from './models-in';
import { listRepository } from './repository';

const { signal } = new AbortController();
let hub: LocalHub;
afterEach(() => hub.stop());

const bytes = (length: number) => new Uint8Array(length);
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

async function modelsOf(files: Readonly<Record<string, Uint8Array>>) {
  hub = new LocalHub({ 'me/tiny': { files } });
  const repository = await listRepository({ repo: 'me/tiny', revision: 'main' }, await hub.start(), signal);
  const found = await modelsIn(repository, { signal });
  return found.map(({ title, files: needed }) => [title, ...needed.map(({ name }) => name)]);
}

const documents = { 'config.json': bytes(1), 'tokenizer.json': bytes(1) };

test('of a folder, only what the model needs', async () => {
  const more = { 'README.md': bytes(9), 'pytorch_model.bin': bytes(9), 'onnx/model.onnx': bytes(9) };
  const files = { ...documents, ...more, 'generation_config.json': bytes(1), 'model.safetensors': bytes(5) };
  expect(await modelsOf(files)).toEqual([
    ['tiny', 'config.json', 'generation_config.json', 'tokenizer.json', 'model.safetensors'],
  ]);
});

test('of several files of weights, those that the index names', async () => {
  const [one, two] = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'] as const;
  const index = 'model.safetensors.index.json';
  const files = {
    ...documents,
    'consolidated.safetensors': bytes(10),
    [one]: bytes(4),
    [two]: bytes(5),
    [index]: json({ weight_map: { a: two, b: one, c: two } }),
  };
  expect(await modelsOf(files)).toEqual([['tiny', 'config.json', 'tokenizer.json', index, one, two]]);
  hub.stop();
  const lacking = { ...documents, [index]: files[index], [one]: bytes(4) };
  await expect(modelsOf(lacking)).rejects.toMatchObject({
    code: 'model/incomplete',
    params: { missing: two },
  });
  hub.stop();
  const leading = { ...documents, [index]: json({ weight_map: { a: '../../x.safetensors' } }) };
  await expect(modelsOf(leading)).rejects.toMatchObject({ code: 'hub/answer' });
  hub.stop();
  await expect(modelsOf({ ...documents, [index]: json([]) })).rejects.toMatchObject({ code: 'hub/answer' });
});

test('every GGUF file is a model of its own, from the smallest, but parts of one are none', async () => {
  const files = {
    'config.json': bytes(1),
    'tiny-q8.gguf': bytes(80),
    'tiny-q4.GGUF': bytes(40),
    'tiny-f16-00001-of-00002.gguf': bytes(9),
  };
  expect(await modelsOf(files)).toEqual([
    ['tiny-q4.GGUF', 'tiny-q4.GGUF'],
    ['tiny-q8.gguf', 'tiny-q8.gguf'],
  ]);
});

test('a repository without a model says what it has', async () => {
  await expect(modelsOf({ 'pytorch_model.bin': bytes(9), ...documents })).rejects.toMatchObject({
    code: 'hub/no-model',
    params: { found: 'config.json, pytorch_model.bin, tokenizer.json' },
  });
});
