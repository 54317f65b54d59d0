/** Readers of the folders of models for transformers.js: each file varies while the others stay. */
import { readModelFolder } from '../../../src/assist/tab/model-folder';
import type { Reader } from '../reader';

const files: Readonly<Record<string, string>> = {
  'config.json': JSON.stringify({
    architectures: ['XLMRobertaForTokenClassification'],
    max_position_embeddings: 514,
  }),
  'tokenizer.json': JSON.stringify({
    model: { type: 'Unigram', unk_id: 1, vocab: [['<s>', 0], ['<unk>', 0]] }, // prettier-ignore
    decoder: { type: 'Sequence', decoders: [{ type: 'ByteLevel' }] },
  }),
  'tokenizer_config.json': JSON.stringify({ model_max_length: 512 }),
  'onnx/model_q4.onnx': 'weights',
};

export const tabReaders: readonly Reader[] = Object.entries(files)
  .filter(([name]) => name.endsWith('.json'))
  .map(([name, content]) => ({
    name: `${name} for transformers.js`,
    seeds: [new TextEncoder().encode(content)],
    read: (bytes) =>
      readModelFolder(
        Object.entries(files).map(([path, own]) => ({
          path: `model/${path}`,
          file: new Blob([path === name ? new Uint8Array(bytes) : own]),
        })),
      ),
  }));
