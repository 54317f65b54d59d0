/** The container GGUF (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md): metadata, and tensors in blocks. */
import { gguf, GGMLQuantizationType } from '@huggingface/gguf';
import { show, size, type Shape } from '../../base/shape';
import { fail } from '../errors';
import { blockTypes, type BlockType } from './block-types';

/** A tensor as it lies in the file. */
export interface Blocks {
  /** as in Hugging Face's files: matrices [out, in] */
  readonly shape: Shape;
  readonly type: BlockType;
  readonly bytes: Uint8Array;
}

export interface Gguf {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly tensors: ReadonlyMap<string, Blocks>;
}

/** Nothing is copied: tensors are views of `bytes`. @throws LetheError file/invalid */
export async function readGguf(bytes: Uint8Array, path: string): Promise<Gguf> {
  const refuse = (expected: string, got: string, cause?: unknown): never =>
    fail('file/invalid', { path, expected, got }, cause);
  const { metadata, tensorInfos, tensorDataOffset } = await gguf('https://file.invalid/', {
    fetch: (_, init) => Promise.resolve(partOf(bytes, init)),
  }).catch((error: unknown) =>
    refuse('a GGUF file', error instanceof Error ? error.message : String(error), error),
  );
  const tensors = new Map<string, Blocks>();
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
    const length = (size(shape) / type.numbers) * type.bytes;
    const start = Number(tensorDataOffset + offset);
    if (start + length > bytes.length)
      refuse(`"${name}" to end within ${bytes.length} bytes`, String(start + length));
    tensors.set(name, { shape, type, bytes: bytes.subarray(start, start + length) });
  }
  return { metadata: { ...metadata }, tensors };
}

/** The answer to a request for a range of bytes, which is how the library reads. */
function partOf(bytes: Uint8Array, init: RequestInit | undefined): Response {
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '') ?? []; // prettier-ignore
  return new Response(Uint8Array.from(bytes.subarray(Number(first), Number(last) + 1)));
}
