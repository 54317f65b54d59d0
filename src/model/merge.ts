/** Merges an adapter into the weights, for a model that needs no adapter. */
import type { LlamaConfig } from '../llama/config';
import { view } from '../llama/layout';
import { adapterLayout, factors } from '../llama/lora';
import type { Adapter } from './adapter-bank';
import type { HostWeights } from './host-weights';

/** W + (loraAlpha / rank) · B A for every module with an adapter; other weights are the same objects as before. */
export function mergeAdapter(
  config: LlamaConfig,
  weights: HostWeights,
  { lora, flat }: Adapter,
): HostWeights {
  const { parts } = adapterLayout(config, lora);
  const merged = new Map(weights);
  for (const [module, { A, B }] of factors(parts)) {
    const name = `${module}.weight`;
    const old = weights.get(name);
    if (!old) continue;
    const [a, b] = [view(flat, A), view(flat, B)]; // [r, in], [out, r]
    merged.set(name, { ...old, data: addProduct(old.data, b, a, lora.rank, lora.loraAlpha / lora.rank) });
  }
  return merged;
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
