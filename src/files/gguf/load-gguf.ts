/** A model in one GGUF file. */
import { fileHash } from '../../base/hash';
import type { ModelFiles } from '../model-files';
import type { NamedTensor } from '../safetensors';
import { readAs, type FileSource } from '../source';
import { parseTokenizer } from '../tokenizer';
import { tokenizerOf } from './gguf-tokenizer';
import { configOf, inHalves, weightOf } from './llama-metadata';
import { readGguf } from './read-gguf';

/** @throws LetheError file/missing, file/invalid, config/unsupported */
export function loadGguf(source: FileSource, path: string): Promise<ModelFiles> {
  return readAs(source, path, async (bytes) => {
    const hash = fileHash(bytes); // while the weights are read
    const { metadata, tensors } = await readGguf(bytes, path);
    const { json, eosTokenIds, chatTemplate } = tokenizerOf(metadata, path);
    const family = configOf(metadata, tensors, eosTokenIds, path);
    const { config } = family;
    const tokenizer = parseTokenizer(json, {}, { path, vocabSize: config.vocabSize });
    const weights = new Map<string, NamedTensor>();
    for (const [stored, { shape, type, bytes: blocks }] of tensors) {
      const weight = weightOf(stored, family);
      if (!weight) continue;
      const numbers = type.read(blocks);
      const heads = weight.rotatedHeads;
      weights.set(weight.name, {
        shape,
        data: heads === null ? numbers : inHalves(numbers, shape[0] ?? 1, heads),
      });
    }
    return { config, tokenizer, chatTemplate, weights, hash: await hash, bytes: bytes.length };
  });
}
