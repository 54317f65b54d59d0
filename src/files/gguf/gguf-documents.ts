/** What a GGUF file says of its model beside the weights, as the files of Hugging Face's layout. */
import type { ModelDocuments } from '../model-files';
import { openAs, type FileSource } from '../source';
import { tokenizerOf } from './gguf-tokenizer';
import { configOf } from './llama-metadata';
import { readGguf } from './read-gguf';

/** @throws LetheError file/missing, file/invalid, config/unsupported */
export function ggufDocuments(source: FileSource, path: string): Promise<ModelDocuments> {
  return openAs(source, path, async (file) => {
    const { metadata, tensors } = await readGguf(file, path);
    const { json, config: tokenizerConfig, eosTokenIds } = tokenizerOf(metadata, path);
    const { json: config } = await configOf(metadata, tensors, eosTokenIds, path);
    const asFile = (value: object): Uint8Array =>
      new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
    const others = new Map([
      ['tokenizer.json', asFile(json)],
      ['tokenizer_config.json', asFile(tokenizerConfig)],
    ]);
    return { config, others };
  });
}
