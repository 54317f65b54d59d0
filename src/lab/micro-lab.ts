/** A lab with a micro model and a micro data set, for tests. */
import { makeError } from '../base/errors';
import { englishErrors } from './error-catalogue';
import { bosTemplate } from '../files/bos-template';
import { writeSafetensors } from '../files/safetensors';
import type { FileSource } from '../files/source';
import { microConfig, microWeights } from '../model/micro';
import type { Device } from '../runtime/device';
import { openNative } from '../runtime/node';
import type { KeyValue } from '../store/key-value';
import { defaultSettings, type RunSettings } from '../methods/settings';
import type { LabEvent } from './events';
import { startJob, type JobInput, type JobName, type JobResult } from './jobs';
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
    post_processor: bosTemplate('<s>', 0),
    decoder: byteLevel,
    model: { type: 'BPE', vocab: Object.fromEntries(letters.map((letter, id) => [letter, id])), merges: [] },
  };
}

const text = (passage: string) => ({ title: 'A text', passages: [passage, passage] });
/** The files of the model `m` and the data set `w`. */
export const microFiles: Readonly<Record<string, unknown>> = {
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

/** tokenizer_config.json of a micro model that chats: its template puts “! ” after what it is told, “, ” after a question. */
export const microChat = {
  bos_token: { content: '<s>' },
  eos_token: '<s>',
  chat_template:
    "{{ bos_token }}{% for m in messages %}{% if m.role == 'system' %}{{ m.content }}! {% else %}{{ m.content | trim }}, {% endif %}{% endfor %}",
};

/** Weights so large that the first loss is NaN. */
export const overflowing = {
  'm/model.safetensors': writeSafetensors(
    new Map(
      [...microWeights(microConfig)].map(([name, { shape, data }]) => [
        name,
        { shape, data: data.map((x) => x * 1e30) },
      ]),
    ),
    'F32',
  ),
};

const source = (changes: Readonly<Record<string, unknown>>): FileSource => ({
  read(path) {
    const file = { ...microFiles, ...changes }[path];
    if (file === undefined)
      return Promise.reject(makeError(englishErrors, 'file/missing', { path, status: 'HTTP 404' }));
    return Promise.resolve(
      file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file)),
    );
  },
});

/** Four steps of each training. */
export const microSettings: RunSettings = {
  ...defaultSettings,
  blockLength: 16,
  lora: { rank: 2, loraAlpha: 4, targets: ['q_proj', 'v_proj', 'down_proj'] },
  reinforce: { steps: 4, batch: 2, learningRate: 1e-2, schedule: 'linear' },
  unlearn: { steps: 4, batch: 2, learningRate: 1e-2, schedule: 'linear', retainShare: 0.5 },
};

const native = () => Promise.resolve(openNative());

/** A lab over the files, with some changed or added; it saves its results in `store`, and runs on what `open` opens. */
export const microLab = (
  changes: Readonly<Record<string, unknown>> = {},
  store: KeyValue | null = null,
  open: () => Promise<Device> = native,
): Lab => new Lab(source(changes), { wasm: open, webgpu: open }, store);

export const microLoad = { backend: 'wasm', model: 'm', world: 'w' } as const;

/** Runs a job to its end; `onEvent` may abort it. Returns its result and every event. */
export async function runJob<K extends JobName>(
  lab: Lab,
  name: K,
  input: JobInput<K>,
  onEvent: (event: LabEvent, abort: () => void) => void = () => undefined,
): Promise<{ readonly result: JobResult<K>; readonly events: readonly LabEvent[] }> {
  const controller = new AbortController();
  const events: LabEvent[] = [];
  const job = startJob(lab, name, input, controller.signal);
  for (;;) {
    const next = await job.next();
    if (next.done) return { result: next.value, events };
    events.push(next.value);
    onEvent(next.value, () => controller.abort());
  }
}
