/**
 * Quantised weights: round to nearest, symmetric, one scale per row of each matrix. This can restore what small changes
 * of the weights unlearned (Zhang et al., arXiv 2410.16454).
 */
import type { LlamaConfig } from '../llama/config';
import { projections } from '../llama/projections';
import { moduleName } from '../llama/weights';
import type { HostWeights } from './host-weights';

/**
 * The projections of all layers rounded to `bits` (2 … 8) and back to f32: per row, q = round(w / s) with
 * s = max |w| / (2^(bits − 1) − 1). Embeddings and norms are not rounded, as usual.
 */
export function roundWeights(config: LlamaConfig, weights: HostWeights, bits: number): HostWeights {
  const rounded = new Map(weights);
  for (let layer = 0; layer < config.layers; layer++) {
    for (const projection of projections) {
      const name = `${moduleName(layer, projection)}.weight`;
      const old = weights.get(name);
      if (old) rounded.set(name, { ...old, data: roundRows(old.data, old.shape[1] ?? 1, bits) });
    }
  }
  return rounded;
}

function roundRows(values: Float32Array, columns: number, bits: number): Float32Array<ArrayBuffer> {
  const most = 2 ** (bits - 1) - 1;
  const rounded = values.slice();
  for (let start = 0; start < values.length; start += columns) {
    const row = rounded.subarray(start, start + columns);
    const scale = row.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0) / most;
    if (scale > 0) row.forEach((x, i) => (row[i] = Math.round(x / scale) * scale));
  }
  return rounded;
}
