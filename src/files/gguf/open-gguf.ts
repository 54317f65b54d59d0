/** A model in one GGUF file, of which only the metadata is read at first. */
import { fileHash } from '../../base/hash';
import type { RangedFile } from '../../base/ranged-file';
import type { OpenedModel } from '../model-files';
import type { StoredWeight } from '../safetensors';
import { openAs, type FileSource } from '../source';
import { parseTokenizer } from '../tokenizer';
import { tokenizerOf } from './gguf-tokenizer';
import { configOf, inHalves, weightOf } from './llama-metadata';
import { readGguf } from './read-gguf';

/** @throws LetheError file/missing, file/invalid, config/unsupported */
export function openGguf(source: FileSource, path: string): Promise<OpenedModel> {
  return openAs(source, path, async (file) => ({
    ...(await readHeader(file, path)),
    hash: await fileHash(file),
    bytes: file.size,
  }));
}

/** All but the hash, for which the whole file is read. @throws LetheError file/invalid, config/unsupported */
export async function readHeader(
  file: RangedFile,
  path: string,
): Promise<Omit<OpenedModel, 'hash' | 'bytes'>> {
  const { metadata, tensors } = await readGguf(file, path);
  const { json, eosTokenIds, chat } = tokenizerOf(metadata, path);
  const family = await configOf(metadata, tensors, eosTokenIds, path);
  const { config } = family;
  const tokenizer = parseTokenizer(json, {}, { path, vocabSize: config.vocabSize });
  const weights = new Map<string, StoredWeight>();
  for (const [stored, tensor] of tensors) {
    const weight = weightOf(stored, family);
    if (!weight) continue;
    const { shape } = tensor;
    const heads = weight.rotatedHeads;
    const read = async (): Promise<Float32Array> => inHalves(await tensor.read(), shape[0] ?? 1, heads ?? 1);
    weights.set(weight.name, heads === null ? tensor : { shape, read });
  }
  return { config, tokenizer, chat, weights };
}
