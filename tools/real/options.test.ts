import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { continuationsOf } from './texts';
import { readOptions } from './options';

describe('options that do not fit', () => {
  test.each([
    [['--device', 'tpu'], 'one of native, webgpu, got tpu'],
    [['--browser', 'tpu'], 'one of wasm, webgpu, got tpu'],
    [['--browser', 'wasm', '--device', 'native'], '--browser and --device'],
    [['--browser', 'wasm', '--save', 'x'], '--save would be ignored beside --browser'],
    [['--browser', 'wasm', '--adapter', 'x'], '--adapter would be ignored beside --browser'],
    [['--adapter-as', 'unlearned'], '--adapter-as would be ignored without --adapter'],
    [['--adapter', 'x', '--adapter-as', 'gold'], 'one of compared, reinforced, unlearned, got gold'],
    [['--text', 'a.txt'], 'Give the text and the dictionary'],
    [['--lesson', '--text', 'a.txt'], '--lesson and --text: expected one of them'],
    [['--lesson', '--split', 'gold'], 'one of development, test, got gold'],
    [['--system', 'Be brief.'], '--system would be ignored without --chat'],
    [['--split', 'test'], '--split would be ignored without --lesson'],
    [['--model', 'src/hub', '--mirror', 'https://a.b'], '--mirror would be ignored'],
    [['--file', 'a.gguf'], '--file would be ignored'],
    [['--mode', 'x'], '--mode'],
    [['--preset', 'pper'], '--preset: expected one of default, paper, got pper'],
    [['--plan', 'half'], 'auto, whole, layered'],
    [['--weight-bits', '3'], '--weight-bits: expected one of 32, 16, 8, 4, got 3'],
  ])('%j', (args, reason) => {
    expect(() => readOptions(args)).toThrow(reason);
  });
});

test('a model of the Hub is one that is not on disk', () => {
  const args = ['--model', 'me/tiny@v1', '--mirror', 'http://localhost:1', '--file', 'a.gguf'];
  expect(readOptions(args).model).toEqual({ id: 'me/tiny@v1', mirror: 'http://localhost:1', file: 'a.gguf' });
  expect(readOptions(['--model', 'src/hub']).model).toMatch(/src.hub$/u);
});

test('without options, pip brings the model, and its size chooses the settings', () => {
  expect(readOptions([])).toEqual({
    model: null,
    lesson: null,
    judge: null,
    tasks: [],
    files: {},
    settings: { preset: 'default', changes: {} },
    chat: null,
    plan: null,
    weightBits: null,
    where: { host: 'node', device: 'native' },
    json: null,
    save: null,
    adapter: null,
  });
});

test('the lesson is evaluated on the test items, unless others are asked for', () => {
  expect(readOptions(['--lesson']).lesson).toBe('test');
  expect(readOptions(['--lesson', '--split', 'development']).lesson).toBe('development');
});

test('a settings file holds what differs from the preset for the size', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'lethe-')), 'settings.json');
  writeFileSync(path, '{ "unlearn": { "steps": 7 } }');
  const { settings } = readOptions(['--settings', path, '--preset', 'paper']);
  expect(settings).toEqual({ preset: 'paper', changes: { unlearn: { steps: 7 } } });
  writeFileSync(path, '{ "unlearn": { "stps": 7 } }');
  expect(() => readOptions(['--settings', path])).toThrow(/unlearn.stps.*"steps"/s);
});

test('the sentence of the paper is always asked', () => {
  const [first] = continuationsOf({});
  expect(first?.expected).toBe(' Herm');
  expect(continuationsOf({ continuations: 'tools/real/texts/continuations.json' })[0]).toEqual(first);
});

test('a judge grades the lesson, in Node', () => {
  const judge = ['--judge', 'http://localhost:1/v1'];
  expect(readOptions(['--lesson', ...judge]).judge?.address).toBe('http://localhost:1/v1');
  expect(() => readOptions(judge)).toThrow('--judge');
  expect(() => readOptions(['--lesson', ...judge, '--browser', 'wasm'])).toThrow('--judge');
});

test('a chat begins with what the model is told, or with nothing', () => {
  expect(readOptions(['--chat']).chat).toEqual({ system: '' });
  expect(readOptions(['--chat', '--system', 'Be brief.']).chat).toEqual({ system: 'Be brief.' });
});
