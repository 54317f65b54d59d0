/** A linear map of the model, with its bias and its adapter if there are any. */
import { add, matMul, mul, reshape, scalar, transposeLast } from '../graph/build';
import type { Value } from '../graph/ir';
import type { LoraPair } from './lora';

/** Where graphs get parameters from: frozen weights, or slices of a trained vector. */
export interface Parameters {
  /** The weight with this name; null if the model does not have it (biases). */
  weight(name: string): Value | null;
  /** A module's adapter; null if it has none. */
  adapter(module: string): LoraPair | null;
}

/** x [N, in] → factor · (x Wᵀ + bias + adapter) [N, out]. The factor goes into each product, where it costs nothing. */
export function project(x: Value, module: string, parameters: Parameters, factor = 1): Value {
  const times = (y: Value): Value => (factor === 1 ? y : mul(y, scalar(factor)));
  const weight = required(parameters, `${module}.weight`);
  const bias = parameters.weight(`${module}.bias`);
  const pair = parameters.adapter(module);
  const base = times(matMul(x, transposeLast(weight))); // [N, out]
  const withBias = bias ? add(base, times(bias)) : base;
  return pair ? add(withBias, adapt(x, { ...pair, scale: factor * pair.scale })) : withBias;
}

/** scale · (x Aᵀ) Bᵀ, with one pair of matrices for all rows or one per sequence. */
function adapt(x: Value, { A, B, scale }: LoraPair): Value {
  const [batch] = A.shape;
  const perSequence = A.shape.length === 3 && batch !== undefined;
  const [n = 0, features = 0] = x.shape;
  const rows = perSequence ? reshape(x, [batch, n / batch, features]) : x;
  const low = mul(matMul(rows, transposeLast(A)), scalar(scale)); // [.., r]
  const high = matMul(low, transposeLast(B)); // [.., out]
  return reshape(high, [n, high.shape.at(-1) ?? 0]);
}

/** A weight that the model must have. @throws RangeError if it does not */
export function required(parameters: Parameters, name: string): Value {
  const found = parameters.weight(name);
  if (!found) throw new RangeError(`the model has no weight "${name}"`);
  return found;
}
