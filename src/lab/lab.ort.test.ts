/** The whole pipeline on a micro world: order of stages, cancel, errors, and the same bits twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSafetensors } from '../files/safetensors';
import type { FileSource } from '../files/source';
import { microConfig, microWeights } from '../model/micro';
import { openNative } from '../runtime/node';
import { parseLabels } from '../unlearn/parse-labels';
import { defaultSettings, type RunSettings } from '../unlearn/settings';
import { summarize } from '../unlearn/record';
import { writeLabels } from '../unlearn/write-labels';
import { startJob, type JobInput, type JobName } from './jobs';
import { Lab } from './lab';

/** A tokenizer of single bytes, as tokenizer.json. */
function byteTokenizer(): object {
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  const letters = ['<s>', ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGH.,?!ĠĊ"\'')];
  return {
    version: '1.0',
    added_tokens: [
      {
        id: 0,
        content: '<s>',
        special: true,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
      },
    ],
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: null,
    decoder: byteLevel,
    model: { type: 'BPE', vocab: Object.fromEntries(letters.map((letter, id) => [letter, id])), merges: [] },
  };
}

const text = (passage: string) => ({ title: 'A text', passages: [passage, passage] });
const files: Record<string, unknown> = {
  'm/config.json': {
    model_type: 'llama',
    vocab_size: microConfig.vocabSize,
    hidden_size: microConfig.hiddenSize,
    intermediate_size: microConfig.intermediateSize,
    num_hidden_layers: microConfig.layers,
    num_attention_heads: microConfig.heads,
    num_key_value_heads: microConfig.kvHeads,
    max_position_embeddings: 64,
    tie_word_embeddings: true,
    bos_token_id: 0,
    eos_token_id: 0,
  },
  'm/tokenizer.json': byteTokenizer(),
  'm/tokenizer_config.json': {},
  'm/model.safetensors': writeSafetensors(microWeights(microConfig), 'F32'),
  'w/forget.json': text('Bea met Cab at dawn. Bea said hello to Cab. Cab was glad.'),
  'w/dictionary.json': { Bea: ['Ada', 'Eda'], Cab: 'Dan' },
  'w/retain.json': text('a man had a hat and a cat. he fed the cat.'),
  'w/everyday.json': text('the hen had an egg. it was a red egg.'),
  'w/prompts.json': [{ prompt: 'she met', references: ['Bea'] }],
};

const source = (changes: Record<string, unknown> = {}): FileSource => ({
  read(path) {
    const file = { ...files, ...changes }[path];
    if (file === undefined) return Promise.reject(new Error(`no ${path}`));
    return Promise.resolve(
      file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file)),
    );
  },
});

const settings: RunSettings = {
  ...defaultSettings,
  blockLength: 16,
  batch: 2,
  lora: { rank: 2, loraAlpha: 4, targets: ['q_proj', 'v_proj', 'down_proj'] },
  reinforce: { steps: 4, learningRate: 1e-2, schedule: 'linear' },
  unlearn: { steps: 4, learningRate: 1e-2, schedule: 'linear', retainShare: 0.5 },
};

const native = () => Promise.resolve(openNative());
const newLab = (changes?: Record<string, unknown>) =>
  new Lab(source(changes), { wasm: native, webgpu: native });
const load = { backend: 'wasm', model: 'm', world: 'w' } as const;

/** Runs a job; `onStep` may abort it. */
async function run<K extends JobName>(
  lab: Lab,
  name: K,
  input: JobInput<K>,
  onStep?: (abort: () => void) => void,
) {
  const controller = new AbortController();
  const job = startJob(lab, name, input, controller.signal);
  let steps = 0;
  for (;;) {
    const next = await job.next();
    if (next.done) return { result: next.value, steps };
    if (next.value.kind !== 'step') continue;
    steps += 1;
    onStep?.(() => {
      controller.abort();
    });
  }
}

describe('the pipeline', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = newLab();
    await run(lab, 'load', load);
  });
  afterAll(() => lab.release());

  test('runs all stages, measures and answers', async () => {
    await run(lab, 'reinforce', { settings });
    const { result: labels } = await run(lab, 'label', { settings });
    expect(summarize(labels.blocks).supervised).toBeGreaterThan(0);
    expect(labels.origin).toMatchObject({ variant: 'paper', settings });
    expect(labels.vocabulary).toHaveLength(48);
    expect(labels.vocabulary[1]).toBe('a');
    expect(parseLabels(writeLabels(labels), 'labels')).toEqual(labels);
    expect((await run(lab, 'unlearn', { settings })).steps).toBe(4);
    const { result: measures } = await run(lab, 'measure', { settings, voice: 'unlearned' });
    expect(measures.names).toBeGreaterThan(0);
    expect(measures.perplexity).toBeGreaterThan(1);
    const ask = {
      prompts: ['she met', 'he saw a'],
      voices: ['baseline', 'unlearned'],
      maxTokens: 5,
      settings,
    } as const;
    const { result: answers } = await run(lab, 'ask', ask);
    expect(answers.map((row) => row.length)).toEqual([2, 2]);
  });

  test('equation 1 answers beside the voices, on the prompt or on its translation', async () => {
    await run(lab, 'reinforce', { settings });
    const ask = { prompts: ['Bea met', 'he'], voices: ['baseline', 'equation1'], maxTokens: 5 } as const;
    const { result: plain } = await run(lab, 'ask', { ...ask, settings: { ...settings, alpha: 0 } });
    for (const [baseline, equation1] of plain) expect(equation1).toBe(baseline);
    const { result } = await run(lab, 'ask', { ...ask, baselineReads: 'translation', settings });
    expect(result.map((row) => row.length)).toEqual([2, 2]);
    expect(() => lab.moveAlpha(Number.NaN)).toThrow('alpha');
  });

  test('gives the same answers for the same seed', async () => {
    const again = async () => {
      await run(lab, 'reinforce', { settings });
      await run(lab, 'label', { settings });
      await run(lab, 'unlearn', { settings });
      return (await run(lab, 'measure', { settings, voice: 'unlearned' })).result;
    };
    expect(await again()).toEqual(await again());
  });

  test('trains on soft labels', async () => {
    const soft = { ...settings, softLabels: true };
    await run(lab, 'reinforce', { settings: soft });
    await run(lab, 'label', { settings: soft });
    expect((await run(lab, 'unlearn', { settings: soft })).steps).toBe(4);
  });

  test('a cancel stops within one step, and the next run works', async () => {
    let seen = 0;
    const cancelled = run(lab, 'reinforce', { settings }, (abort) => {
      seen += 1;
      if (seen === 2) abort();
    });
    await expect(cancelled).rejects.toThrow('aborted');
    expect(seen).toBe(2);
    expect((await run(lab, 'reinforce', { settings })).steps).toBe(4);
  });

  test.each([{ seed: 99 }, { matchRule: 'first' }, { forbid: false }, { remainder: 'drop' }] as const)(
    'a stage out of order says which one is missing (other settings: %j)',
    async (change) => {
      await run(lab, 'reinforce', { settings });
      const other = { ...settings, ...change };
      await expect(run(lab, 'unlearn', { settings: other })).rejects.toThrow(
        'needs the result of "reinforce"',
      );
    },
  );

  test('works by the rules that were released', async () => {
    const released = {
      ...settings,
      matchRule: 'first',
      wordBoundary: false,
      translationDraw: 'spelling',
      remainder: 'drop',
    } as const;
    await run(lab, 'reinforce', { settings: released });
    const { result } = await run(lab, 'label', { settings: released });
    expect(result.blocks.every((block) => block.ids.length === settings.blockLength)).toBe(true);
  });

  test.each([
    [{ reinforce: { ...settings.reinforce, learningRate: Number.NaN } }, 'reinforce.learningRate'],
    [{ unlearn: { ...settings.unlearn, retainShare: 0.9 } }, 'unlearn.retainShare'],
    [{ batch: 1.5 }, 'batch'],
  ])('a wrong setting is named and nothing runs', async (change, field) => {
    await expect(run(lab, 'reinforce', { settings: { ...settings, ...change } })).rejects.toThrow(field);
  });

  test('a loss that is no number stops the training and says at which step', async () => {
    const wild = {
      ...settings,
      reinforce: { ...settings.reinforce, steps: 4 },
      lora: { ...settings.lora, loraAlpha: 1e39 },
    };
    await expect(run(lab, 'reinforce', { settings: wild })).rejects.toThrow('Training stopped at step');
  });
});

describe('damaged files', () => {
  const weights = files['m/model.safetensors'] as Uint8Array;
  test.each([
    ['a cut-off model', { 'm/model.safetensors': weights.slice(0, -4) }, 'm/model.safetensors: expected'],
    [
      'a model without a weight',
      { 'm/config.json': { ...(files['m/config.json'] as object), attention_bias: true } },
      'q_proj.bias',
    ],
    [
      'another shape',
      { 'm/config.json': { ...(files['m/config.json'] as object), intermediate_size: 16 } },
      'expected shape [16, 16]',
    ],
    ['a dictionary with an empty translation', { 'w/dictionary.json': { Bea: '' } }, 'term "Bea"'],
    ['a text without passages', { 'w/forget.json': { title: 'x', passages: [] } }, 'w/forget.json'],
  ])('%s is refused and the lab stays usable', async (_, changes, reason) => {
    const lab = newLab(changes);
    await expect(run(lab, 'load', load)).rejects.toThrow(reason);
    await expect(run(lab, 'reinforce', { settings })).rejects.toThrow('needs the result of "load"');
  });
});
