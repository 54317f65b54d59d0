import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { LocalHub } from './local-hub';
import { listRepository, type Repository } from './repository';
import { tabModelKind, tabModelsIn } from './tab-models-in';

const { signal } = new AbortController();
let hub: LocalHub;
afterEach(() => hub.stop());

const bytes = (length: number) => new Uint8Array(length);
const tiny = (path: string) => new Uint8Array(readFileSync(`src/assist/fixtures/tiny/${path}`));

async function repository(files: Readonly<Record<string, Uint8Array>>): Promise<Repository> {
  hub = new LocalHub({ 'me/tiny': { files } });
  return listRepository({ repo: 'me/tiny', revision: 'main' }, await hub.start(), signal);
}
const documents = { 'config.json': bytes(1), 'tokenizer.json': bytes(1) };

test('each number format is a model, with the files that it needs and no others, smallest first', async () => {
  const found = tabModelsIn(
    await repository({
      ...documents,
      'tokenizer_config.json': bytes(1),
      'model.safetensors': bytes(9),
      'onnx/model.onnx': bytes(3),
      'onnx/model.onnx_data': bytes(9),
      'onnx/model_q4.onnx': bytes(5),
      'onnx/model_int8.onnx': bytes(5),
    }),
  );
  const small = ['config.json', 'tokenizer_config.json', 'tokenizer.json'];
  expect(found.map(({ title, files }) => [title, ...files.map(({ name }) => name)])).toEqual([
    ['tiny (q4)', ...small, 'onnx/model_q4.onnx'],
    ['tiny (fp32)', ...small, 'onnx/model.onnx', 'onnx/model.onnx_data'],
  ]);
});

test('a repository that lacks a graph or a tokenizer has none, and says what it has', async () => {
  const noGraph = await repository({ ...documents, 'model.safetensors': bytes(9) });
  expect(() => tabModelsIn(noGraph)).toThrow(
    expect.objectContaining({
      code: 'hub/no-model',
      params: {
        repo: 'me/tiny',
        expected: 'config.json, tokenizer.json, and onnx/model.onnx or one of its smaller forms',
        found: 'config.json, model.safetensors, tokenizer.json',
      },
    }),
  );
  hub.stop();
  const noTokenizer = await repository({ 'config.json': bytes(1), 'onnx/model.onnx': bytes(3) });
  expect(() => tabModelsIn(noTokenizer)).toThrow(expect.objectContaining({ code: 'hub/no-model' }));
});

test('what a model is comes from its small files alone', async () => {
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
  const files = Object.fromEntries(names.map((name) => [name, tiny(`names/${name}`)]));
  const place = await repository(files);
  expect(await tabModelKind(place, tabModelsIn(place)[0], { signal })).toEqual({
    task: 'names',
    mostPieces: 64,
  });
  expect(
    hub.asked
      .slice(1)
      .map(({ path }) => path.split('/').at(-1))
      .sort(),
  ).toEqual(['config.json', 'tokenizer_config.json']);
  hub.stop();
  const other = await repository({
    ...files,
    'config.json': new TextEncoder().encode('{"architectures": ["ViT"]}'),
  });
  await expect(tabModelKind(other, tabModelsIn(other)[0], { signal })).rejects.toMatchObject({
    code: 'assist/model-folder',
    params: { got: 'ViT' },
  });
});
