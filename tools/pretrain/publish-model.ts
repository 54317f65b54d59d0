/** Writes a model into public/, in Hugging Face's layout. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { writeSafetensors } from '../../src/files/safetensors';
import type { LlamaConfig } from '../../src/llama/config';
import { layOut, view } from '../../src/llama/layout';
import { weightShapes } from '../../src/llama/weights';
import type { Vocabulary } from './bpe';
import { configJson } from './plan';
import { BOS_ID, tokenizerConfig, tokenizerJson } from './tokenizer-files';

const json = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;

/** @returns the size of model.safetensors in bytes */
export function publishModel(
  folder: string,
  config: LlamaConfig,
  vocabulary: Vocabulary,
  flat: Float32Array,
): number {
  mkdirSync(folder, { recursive: true });
  const { parts } = layOut(weightShapes(config));
  const tensors = new Map(
    [...parts].map(([name, part]) => [name, { shape: part.shape, data: view(flat, part) }]),
  );
  const bytes = writeSafetensors(tensors, 'F16');
  writeFileSync(`${folder}/model.safetensors`, bytes);
  writeFileSync(`${folder}/config.json`, json(configJson));
  writeFileSync(`${folder}/tokenizer.json`, json(tokenizerJson(vocabulary)));
  writeFileSync(`${folder}/tokenizer_config.json`, json(tokenizerConfig));
  writeFileSync(
    `${folder}/generation_config.json`,
    json({ bos_token_id: BOS_ID, eos_token_id: BOS_ID, do_sample: false }),
  );
  return bytes.length;
}
