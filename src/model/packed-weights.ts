/**
 * The weights of a model in few bits, kept in place of those of the file: whoever asks for a projection is given what its
 * bits mean, computed anew.
 */
import type { LlamaConfig } from '../llama/config';
import { isProjection } from '../llama/quantized';
import { isTable, tableParts } from '../llama/tables';
import type { FewBits, WeightBits } from '../llama/weight-bits';
import type { HostTensor } from '../runtime/device';
import { checkedWeights } from './check-weights';
import type { HostWeight, HostWeights } from './host-weights';
import { pack, storedIn, unpack, type PackedMatrix } from './packed-matrix';

export class PackedWeights implements ReadonlyMap<string, HostWeight> {
  readonly #kept = new Map<string, HostWeight>();
  readonly #packed = new Map<string, PackedMatrix>();

  private constructor(readonly bits: FewBits) {}

  /** Takes the weights one at a time. */
  static from(weights: Iterable<readonly [string, HostWeight]>, bits: FewBits): PackedWeights {
    const all = new PackedWeights(bits);
    for (const [name, weight] of weights) all.#take(name, weight);
    return all;
  }

  /** The same of weights that are read one at a time, so that never two of them are in memory in f32. */
  static async reading(
    weights: AsyncIterable<readonly [string, HostWeight]>,
    bits: FewBits,
  ): Promise<PackedWeights> {
    const all = new PackedWeights(bits);
    for await (const [name, weight] of weights) all.#take(name, weight);
    return all;
  }

  #take(name: string, { shape, data }: HostWeight): void {
    if (isProjection(name)) this.#packed.set(name, pack(name, { shape, data }, this.bits));
    else this.#kept.set(name, { shape, data: alone(data) });
  }

  /** What a device stores, by name. */
  *stored(): Generator<readonly [string, HostTensor]> {
    yield* this.#kept;
    for (const [name, matrix] of this.#packed) yield* storedIn(name, matrix);
  }

  get size(): number {
    return this.#kept.size + this.#packed.size;
  }

  has(name: string): boolean {
    return this.#kept.has(name) || this.#packed.has(name);
  }

  get(name: string): HostWeight | undefined {
    const matrix = this.#packed.get(name);
    return matrix ? { shape: matrix.shape, data: unpack(matrix) } : this.#kept.get(name);
  }

  *keys(): MapIterator<string> {
    yield* this.#kept.keys();
    yield* this.#packed.keys();
  }

  *entries(): MapIterator<[string, HostWeight]> {
    for (const name of this.keys()) {
      const found = this.get(name);
      if (found) yield [name, found];
    }
  }

  *values(): MapIterator<HostWeight> {
    for (const [, one] of this.entries()) yield one;
  }

  forEach(callback: (value: HostWeight, key: string, map: ReadonlyMap<string, HostWeight>) => void): void {
    for (const [name, one] of this.entries()) callback(one, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, HostWeight]> {
    return this.entries();
  }
}

/** The numbers in a buffer of their own, so that no view keeps a whole file in memory. */
function alone(data: Float32Array): Float32Array {
  return data.byteLength === data.buffer.byteLength ? data : data.slice();
}

/** The weights in these bits; those that are already are not rounded again. @throws LetheError as checkedWeights */
export function packed(config: LlamaConfig, weights: HostWeights, bits: FewBits): PackedWeights {
  const isPacked = weights instanceof PackedWeights && weights.bits === bits;
  return isPacked ? weights : PackedWeights.from(checkedWeights(config, weights), bits);
}

/** What a device stores of the weights, by name. @throws LetheError as checkedWeights */
export const storedWeights = (
  config: LlamaConfig,
  weights: HostWeights,
  bits: WeightBits,
): Iterable<readonly [string, HostTensor]> =>
  inParts(config, bits === 32 ? checkedWeights(config, weights) : packed(config, weights, bits).stored());

/** The same with the tables of the vocabulary in parts (llama/tables.ts), which are views of them. */
function* inParts(
  config: LlamaConfig,
  stored: Iterable<readonly [string, HostTensor]>,
): Generator<readonly [string, HostTensor]> {
  for (const [name, tensor] of stored) {
    if (!isTable(name)) {
      yield [name, tensor];
      continue;
    }
    const [, H = 0] = tensor.shape;
    for (const { name: part, start, end } of tableParts(config, name))
      yield [part, { ...tensor, shape: [end - start, H], data: tensor.data.subarray(start * H, end * H) }];
  }
}
