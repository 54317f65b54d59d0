/** Weights as they are stored in few bits (llama/quantized.ts), and back. */
import type { LlamaConfig } from '../llama/config';
import { partsOf, storedParts, type FewBits } from '../llama/quantized';
import { weightShapes } from '../llama/weights';
import { BLOCK } from '../graph/ops/quantized';
import type { HostTensor } from '../runtime/device';
import type { HostWeights } from './model';
import { scaleOf } from './round-weights';

type Matrix = HostTensor & { readonly data: Float32Array };

/** Everything that a model of `config.weightBits` stores for these weights, by name. */
export function* storedWeights(
  config: LlamaConfig,
  weights: HostWeights,
): Generator<readonly [string, HostTensor]> {
  const { weightBits = 32 } = config;
  for (const [name, shape] of weightShapes(config)) {
    const found = weights.get(name);
    if (!found) continue;
    if (weightBits === 32 || storedParts(name, shape, weightBits).length === 1) yield [name, found];
    else yield* quantized(name, found, weightBits);
  }
}

/** Per block of 32: code = round(w / s) + 2^(bits − 1), with s = max |w| / (2^(bits − 1) − 1), so that no error exceeds s/2. */
function* quantized(
  name: string,
  { shape, data }: Matrix,
  bits: FewBits,
): Generator<readonly [string, HostTensor]> {
  const { codes, scales } = partsOf(name, shape, bits);
  const [rows = 0, blocks = 0, bytes = 0] = codes.shape;
  const columns = shape[1] ?? 0;
  const [packed, factors] = [new Uint8Array(rows * blocks * bytes), new Float32Array(rows * blocks)];
  const [perByte, middle] = [8 / bits, 2 ** (bits - 1)];
  for (let block = 0; block < rows * blocks; block++) {
    const column = (block % blocks) * BLOCK;
    const start = Math.floor(block / blocks) * columns + column;
    const numbers = data.subarray(start, start + Math.min(BLOCK, columns - column));
    const scale = scaleOf(numbers, bits);
    factors[block] = scale;
    for (let i = 0; i < BLOCK; i++) {
      const code = middle + (scale > 0 ? Math.round((numbers[i] ?? 0) / scale) : 0);
      const at = block * bytes + Math.floor(i / perByte);
      packed[at] = (packed[at] ?? 0) | (code << (bits * (i % perByte)));
    }
  }
  yield [codes.name, { shape: codes.shape, data: packed, dtype: codes.dtype }];
  yield [scales.name, { shape: scales.shape, data: factors }];
}
