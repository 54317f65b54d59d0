/** Merges an adapter into the weights, for a model that needs no adapter. */
import type { LlamaConfig } from '../llama/config';
import { view } from '../llama/layout';
import { adapterLayout, factors } from '../llama/lora';
import type { Adapter } from './adapter-bank';
import type { HostWeight, HostWeights } from './host-weights';

/** W + (loraAlpha / rank) · B A for every module with an adapter; other weights are the same objects as before. */
export function mergeAdapter(config: LlamaConfig, weights: HostWeights, adapter: Adapter): HostWeights {
  const merged = mergerOf(config, adapter);
  return new Map([...weights].map(([name, weight]) => [name, merged(name, weight)]));
}

/** Merges one weight at a time. */
export function mergerOf(
  config: LlamaConfig,
  { lora, flat }: Adapter,
): (name: string, weight: HostWeight) => HostWeight {
  const { parts } = adapterLayout(config, lora);
  const pairs = factors(parts);
  return (name, weight) => {
    const pair = pairs.get(name.replace(/\.weight$/u, ''));
    if (!pair || !name.endsWith('.weight')) return weight;
    const [a, b] = [view(flat, pair.A), view(flat, pair.B)]; // [r, in], [out, r]
    return { ...weight, data: addProduct(weight.data, b, a, lora.rank, lora.loraAlpha / lora.rank) };
  };
}

/** w [out, in] + scale · b [out, r] a [r, in]. */
function addProduct(
  w: Float32Array,
  b: Float32Array,
  a: Float32Array,
  r: number,
  scale: number,
): Float32Array<ArrayBuffer> {
  const into = a.length / r;
  const sum = w.slice();
  for (let i = 0; i < sum.length; i++) {
    const [row, column] = [Math.floor(i / into), i % into];
    let product = 0;
    for (let k = 0; k < r; k++) product += (b[row * r + k] ?? 0) * (a[k * into + column] ?? 0);
    sum[i] = (sum[i] ?? 0) + scale * product;
  }
  return sum;
}
