import { expect, test } from 'vitest';
import { modelAmong, type PickedFile } from './picked-model';

const at = (...paths: readonly string[]): PickedFile[] =>
  paths.map((path) => {
    const parts = path.split('/');
    return { name: parts.at(-1) ?? '', folders: parts.slice(0, -1) };
  });
const names = (files: readonly PickedFile[]): string[] => files.map(({ name }) => name);

test('of a folder, the files of the model are taken, without what lies beside and below them', () => {
  const { name, isGguf, files } = modelAmong(
    at(
      'SmolLM/README.md',
      'SmolLM/config.json',
      'SmolLM/tokenizer.json',
      'SmolLM/tokenizer_config.json',
      'SmolLM/model.safetensors',
      'SmolLM/onnx/config.json',
    ),
  );
  expect({ name, isGguf }).toEqual({ name: 'SmolLM', isGguf: false });
  expect(names(files)).toEqual([
    'config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'model.safetensors',
  ]);
});

test('weights in shards are all taken', () => {
  const shards = ['model.safetensors.index.json', 'model-00001-of-00002.safetensors'];
  const { name, files } = modelAmong(at('config.json', 'tokenizer.json', ...shards));
  expect(name).toBe('model');
  expect(names(files)).toEqual(expect.arrayContaining(shards));
});

test('one GGUF file is a model', () => {
  expect(modelAmong(at('notes.txt', 'tiny.Q4_0.GGUF'))).toMatchObject({
    name: 'tiny.Q4_0.gguf',
    isGguf: true,
    files: [{ name: 'tiny.Q4_0.GGUF' }],
  });
});

test.each([
  { paths: [], missing: 'config.json, tokenizer.json, model.safetensors', found: '–' },
  { paths: ['a.txt'], missing: 'config.json, tokenizer.json, model.safetensors', found: 'a.txt' },
  { paths: ['m/config.json', 'm/model.safetensors'], missing: 'tokenizer.json' },
  { paths: ['config.json', 'tokenizer.json', 'pytorch_model.bin'], missing: 'model.safetensors' },
])('$paths lack $missing', ({ paths, ...params }) => {
  expect(() => modelAmong(at(...paths))).toThrow(
    expect.objectContaining({ code: 'model/incomplete', params: expect.objectContaining(params) as unknown }),
  );
});

test('of several GGUF files, none is chosen', () => {
  expect(() => modelAmong(at('a.gguf', 'b.gguf'))).toThrow('a.gguf, b.gguf');
});
