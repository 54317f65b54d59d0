import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LetheError } from '../base/errors';
import { prng } from '../base/prng';
import { writeSafetensors, readSafetensors, type NamedTensor } from '../files/safetensors';
import { adapterLayout } from '../llama/lora';
import { projections } from '../llama/projections';
import { microConfig } from '../model/micro';
import { peftFiles } from './peft-adapter';
import { readAdapter } from './read-adapter';
import { wholeFile } from './read-exported';

const bytes = (file: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/made/${file}`, import.meta.url)));
const made = { config: bytes('adapter_config.json'), weights: bytes('adapter_model.safetensors') };
const json = JSON.parse(new TextDecoder().decode(made.config)) as object;
const tensors = readSafetensors(made.weights, 'made');

const withConfig = (changes: object) => () =>
  readAdapter(
    { ...made, config: new TextEncoder().encode(JSON.stringify({ ...json, ...changes })) },
    microConfig,
  );
const withTensors = (change: (all: Map<string, NamedTensor>) => void) => () => {
  const changed = new Map(tensors);
  change(changed);
  return readAdapter({ ...made, weights: writeSafetensors(changed, 'F32') }, microConfig);
};

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof LetheError ? error.code : String(error);
  }
}

test('what is saved is read again, with the hash of its model', () => {
  const targets = fc.subarray([...projections], { minLength: 1 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 32 }),
      targets,
      (rank, loraAlpha, chosen) => {
        const lora = { rank, loraAlpha, targets: chosen };
        const random = prng(rank);
        const { size } = adapterLayout(microConfig, lora);
        const flat = Float32Array.from({ length: size }, () => random.normal());
        const [config, weights] = peftFiles('a', { lora, flat }, microConfig, { name: 'm', hash: 'ab' });
        if (!config || !weights) throw new Error('two files were expected');
        const read = readAdapter({ config: wholeFile(config), weights: wholeFile(weights) }, microConfig);
        expect(read).toEqual({ adapter: { lora, flat }, base: 'm', baseHash: 'ab' });
      },
    ),
    { numRuns: 20 },
  );
});

describe('what is not built is refused by its name', () => {
  test.each([
    ['peft_type', 'LOHA'],
    ['task_type', 'SEQ_CLS'],
    ['use_rslora', true],
    ['use_dora', true],
    ['fan_in_fan_out', true],
    ['bias', 'all'],
    ['lora_bias', true],
    ['modules_to_save', ['lm_head']],
    ['rank_pattern', { q_proj: 8 }],
    ['alpha_pattern', { q_proj: 8 }],
    ['layer_replication', [[0, 1]]],
    ['trainable_token_indices', [1]],
    ['target_parameters', ['x']],
    ['init_lora_weights', 'pissa'],
    ['r', 0],
    ['lora_alpha', 'much'],
    ['target_modules', ['q_proj', 'lm_head']],
    ['target_modules', ['model.embed_tokens']],
    ['what_comes_next_year', { factor: 2 }],
  ])('%s: %j', (key, value) => {
    expect(withConfig({ [key]: value })).toThrow(`adapter_config.json: "${key}" is not built in Lethe`);
  });

  test('with what to do instead', () => {
    try {
      withConfig({ use_dora: true })();
    } catch (error) {
      expect(error instanceof LetheError && error.hint).toContain('merge_and_unload');
    }
    expect.assertions(1);
  });
});

test.each([
  ['lora_dropout', 0.5],
  ['init_lora_weights', 'gaussian'],
  ['init_lora_weights', false],
  ['target_modules', 'all-linear'],
  ['target_modules', ['model.layers.1.self_attn.q_proj']],
  ['what_comes_next_year', null],
])('%s: %j changes nothing', (key, value) => {
  expect(withConfig({ [key]: value })()).toEqual(readAdapter(made, microConfig));
});

describe('matrices that do not fit', () => {
  const q = 'base_model.model.model.layers.1.self_attn.q_proj.lora_A.weight';
  const matrix = { shape: [1], data: Float32Array.of(1) };

  test.each([
    [
      'a tensor of another kind',
      'adapter/unsupported',
      (all: Map<string, NamedTensor>) => all.set('base_model.model.lm_head.lora_A.weight', matrix),
    ],
    [
      'a layer that the model does not have',
      'adapter/unsupported',
      (all: Map<string, NamedTensor>) => all.set(q.replace('.1.', '.2.'), matrix),
    ],
    [
      'a magnitude of DoRA',
      'adapter/unsupported',
      (all: Map<string, NamedTensor>) => all.set(q.replace('lora_A.weight', 'lora_magnitude_vector'), matrix),
    ],
    ['one of two matrices', 'file/invalid', (all: Map<string, NamedTensor>) => all.delete(q)],
    ['no matrices', 'file/invalid', (all: Map<string, NamedTensor>) => all.clear()],
    ['another shape', 'adapter/mismatch', (all: Map<string, NamedTensor>) => all.set(q, matrix)],
    [
      'numbers that are not finite',
      'file/invalid',
      (all: Map<string, NamedTensor>) =>
        all.set(q, { shape: [3, 16], data: new Float32Array(48).fill(Number.NaN) }),
    ],
  ])('%s', (_, code, change) => {
    expect(codeOf(withTensors(change))).toBe(code);
  });

  test('of another model: its name is said', () => {
    const wider = { ...microConfig, hiddenSize: 32 };
    try {
      readAdapter(made, wider);
    } catch (error) {
      expect(error instanceof LetheError && error.hint).toContain('fixtures/saved/base');
    }
    expect.assertions(1);
  });

  test('of another rank than it says', () => {
    expect(codeOf(withConfig({ r: 2 }))).toBe('adapter/mismatch');
  });
});
