import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { weightsOf } from './formats';
import { readModelFolder, type PickedFile } from './model-folder';

const tiny = new URL('../fixtures/tiny/', import.meta.url);
const fixture = (path: string): PickedFile => ({ path, file: new Blob([readFileSync(new URL(path, tiny))]) });
const made = (path: string, content: unknown): PickedFile => ({
  path,
  file: new Blob([typeof content === 'string' ? content : JSON.stringify(content)]),
});

const config = made('m/config.json', {
  architectures: ['BertForTokenClassification'],
  max_position_embeddings: 512,
});
const tokenizer = (model: object, more: object = {}): PickedFile =>
  made('m/tokenizer.json', { model, ...more });
const weights = made('m/onnx/model.onnx', 'weights');
const wordPiece = tokenizer({ type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##' });

test('the two tiny models are recognised', async () => {
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
  expect(await readModelFolder(names.map((name) => fixture(`names/${name}`)))).toMatchObject({
    ...{ name: 'names', task: 'names', dtypes: ['fp32'], mostPieces: 64 },
    marks: { isBytes: false, continuing: '##', unknown: '[UNK]' },
  });
  expect(await readModelFolder(names.map((name) => fixture(`writer/${name}`)))).toMatchObject({
    ...{ name: 'writer', task: 'text', dtypes: ['fp32'], mostPieces: 256 },
    marks: { isBytes: true, continuing: null },
  });
});

test('the folder of config.json is the model, wherever it was picked, and number formats come smallest first', async () => {
  const files = [
    config,
    wordPiece,
    weights,
    made('m/onnx/model_q4.onnx', ''),
    made('m/onnx/model_quantized.onnx', ''),
  ];
  const below = files.map(({ path, file }) => ({ path: `downloads/${path}`, file }));
  const folder = await readModelFolder([...below, made('downloads/other.txt', '')]);
  expect(folder.name).toBe('m');
  expect(folder.dtypes).toEqual(['q4', 'q8', 'fp32']);
  expect([...folder.files.keys()]).not.toContain('other.txt');
});

test('SentencePiece and RoBERTa are told from word pieces', async () => {
  const unigram = tokenizer({ type: 'Unigram', unk_id: 1, vocab: [['<s>', 0], ['<unk>', 0]] }); // prettier-ignore
  expect((await readModelFolder([config, unigram, weights])).marks).toEqual({
    ...{ isBytes: false, continuing: null, unknown: '<unk>' },
  });
  const roberta = made('m/config.json', { architectures: ['XLMRobertaForTokenClassification'], max_position_embeddings: 514 }); // prettier-ignore
  const bytes = tokenizer(
    { type: 'BPE' },
    { decoder: { type: 'Sequence', decoders: [{ type: 'ByteLevel' }] } },
  );
  expect(await readModelFolder([roberta, bytes, weights])).toMatchObject({
    mostPieces: 512,
    marks: { isBytes: true },
  });
});

test('weights beside the graph are counted for each number format', () => {
  const paths = [
    'model_q4.onnx',
    'model_q4.onnx_data',
    'model_q4.onnx_data_1',
    'model_q4.onnx_data_3',
    'model.onnx',
  ];
  const files = new Map(paths.map((path) => [`onnx/${path}`, new Blob()]));
  expect(weightsOf(files, 'q4')).toEqual(paths.slice(0, 3).map((path) => `onnx/${path}`));
  expect(weightsOf(files, 'fp32')).toEqual(['onnx/model.onnx']);
});

const refused = (files: readonly PickedFile[]) => readModelFolder(files).catch((error: unknown) => error);

test.each([
  ['nothing', [], { expected: 'config.json' }],
  ['no tokenizer', [config, weights], { expected: 'tokenizer.json' }],
  ['no weights', [config, wordPiece], { got: 'none of them' }],
  ['another task', [made('config.json', { architectures: ['ViTModel'] }), { ...wordPiece, path: 'tokenizer.json' }], { got: 'ViTModel' }],
  ['half a JSON', [made('m/config.json', '{"arch'), wordPiece, weights], { expected: 'JSON in config.json' }],
  ['wrong types', [made('m/config.json', { architectures: 7 }), wordPiece, weights], { got: '7' }],
  ['deep brackets', [made('m/config.json', '['.repeat(5000)), wordPiece, weights], { got: 'more' }],
])('a folder with %s is refused', async (_, files, params) => {
  expect(await refused(files)).toMatchObject({ code: 'assist/model-folder', params });
}); // prettier-ignore
