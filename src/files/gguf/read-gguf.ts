/** The container GGUF (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md): metadata, and tensors in blocks. */
import { gguf, GGMLQuantizationType } from '@huggingface/gguf';
import { LetheError } from '../../base/errors';
import type { RangedFile } from '../../base/ranged-file';
import { show, size } from '../../base/shape';
import { fail } from '../errors';
import type { StoredWeight } from '../safetensors';
import { blockTypes } from './block-types';

export interface Gguf {
  readonly metadata: Readonly<Record<string, unknown>>;
  /** shapes as in Hugging Face's files: matrices [out, in] */
  readonly tensors: ReadonlyMap<string, StoredWeight>;
}

/** No more of the file is read than its metadata. @throws LetheError file/invalid */
export async function readGguf(file: RangedFile, path: string): Promise<Gguf> {
  const refuse = (expected: string, got: string, cause?: unknown): never =>
    fail('file/invalid', { path, expected, got }, cause);
  // In browsers the library reads nothing but what it fetches.
  const { tensorInfos, tensorDataOffset, littleEndian, ...read } = await gguf('https://file.invalid/', {
    fetch: (_, init) => partOf(file, init),
  }).catch((error: unknown) => {
    if (error instanceof LetheError) throw error;
    return refuse('a GGUF file', error instanceof Error ? error.message : String(error), error);
  });
  if (!littleEndian) refuse('numbers with the lowest byte first', 'the highest first');
  const metadata: Gguf['metadata'] = { ...read.metadata };
  const parts = Number(metadata['split.count'] ?? 1);
  if (parts > 1) refuse('a model in one file', `part ${Number(metadata['split.no'] ?? 0) + 1} of ${parts}`);
  const tensors = new Map<string, StoredWeight>();
  for (const { name, shape: innermostFirst, dtype, offset } of tensorInfos) {
    const shape = [...innermostFirst].reverse().map(Number);
    const type =
      blockTypes[dtype] ??
      refuse(
        `weights in ${Object.values(blockTypes).map(({ name: known }) => known).join(', ')}`, // prettier-ignore
        `${GGMLQuantizationType[dtype]} for "${name}"`,
      );
    if ((shape.at(-1) ?? 1) % type.numbers !== 0)
      refuse(`rows of a multiple of ${type.numbers} numbers for "${name}"`, show(shape));
    const start = Number(tensorDataOffset + offset);
    const end = start + (size(shape) / type.numbers) * type.bytes;
    if (end > file.size) refuse(`"${name}" to end within ${file.size} bytes`, String(end));
    tensors.set(name, { shape, read: async () => type.read(await file.read(start, end)) });
  }
  return { metadata, tensors };
}

/** The answer to a request for a range of bytes, which is how the library reads. */
async function partOf(file: RangedFile, init: RequestInit | undefined): Promise<Response> {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
  const end = Math.min(Number(last) + 1, file.size);
  return new Response(Uint8Array.from(await file.read(Math.min(Number(first), end), end)));
}
