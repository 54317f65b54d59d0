/** What a GGUF file says of its model beside the weights, as the files of Hugging Face's layout. */
import type { ModelDocuments } from '../model-files';
import { readAs, type FileSource } from '../source';
import { tokenizerOf } from './gguf-tokenizer';
import { configOf } from './llama-metadata';
import { readGguf } from './read-gguf';

/** @throws LetheError file/missing, file/invalid, config/unsupported */
export function ggufDocuments(source: FileSource, path: string): Promise<ModelDocuments> {
  return readAs(source, path, async (bytes) => {
    const { metadata, tensors } = await readGguf(bytes, path);
    const { json, config: tokenizerConfig, eosTokenIds } = tokenizerOf(metadata, path);
    const { json: config } = configOf(metadata, tensors, eosTokenIds, path);
    const file = (value: object): Uint8Array =>
      new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
    const others = new Map([
      ['tokenizer.json', file(json)],
      ['tokenizer_config.json', file(tokenizerConfig)],
    ]);
    return { config, others };
  });
}
