/** How much memory a graph needs while it runs, from the shapes and the order of its nodes. */
import { size } from '../base/shape';
import type { Graph } from './graph';
import type { DType, TensorType, Value } from './ir';

const bytesPer: Readonly<Record<DType, number>> = { f32: 4, f16: 2, i32: 4, i64: 8, bool: 1, u8: 1 };

/** Bytes of one tensor. */
export function bytesOf({ dtype, shape }: TensorType): number {
  return bytesPer[dtype] * size(shape);
}

/** Bytes of several values, each counted once. */
export function bytesOfAll(values: Iterable<Value>): number {
  return [...new Set(values)].reduce((sum, value) => sum + bytesOf(value), 0);
}

/**
 * The most bytes of results that are alive at one time: each from its node to the last node that reads it, outputs to the
 * end. A reshaped tensor shares the numbers of the original. Inputs, weights and constants are not counted.
 */
export function peakBytes({ nodes, outputs }: Graph): number {
  const lastUse = new Map<Value, number>();
  nodes.forEach(({ inputs }, at) => {
    for (const value of inputs) lastUse.set(ownerOf(value), at);
  });
  for (const value of outputs.values()) lastUse.set(ownerOf(value), nodes.length);
  const dying = new Map<number, number>();
  for (const [value, at] of lastUse)
    if (value.kind === 'result') dying.set(at, (dying.get(at) ?? 0) + bytesOf(value));
  let [alive, peak] = [0, 0];
  nodes.forEach((node, at) => {
    if (node.op !== 'Reshape') alive += node.results.reduce((sum, type) => sum + bytesOf(type), 0);
    peak = Math.max(peak, alive);
    alive -= dying.get(at) ?? 0;
  });
  return peak;
}

/** The value whose memory this one uses. */
function ownerOf(value: Value): Value {
  let owner = value;
  while (owner.kind === 'result' && owner.node.op === 'Reshape') {
    const [from] = owner.node.inputs;
    if (!from) break;
    owner = from;
  }
  return owner;
}
