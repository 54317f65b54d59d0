/**
 * The gradient of a gated product h = y u, with y = x σ and σ = sigmoid(x), by x: one product less, since h is there already.
 *
 *   (g u) (σ + y (1 − σ)) = g (h + σ (u − h))
 */
import { add, mul, sub } from './build';
import type { Node, OpName, Value } from './ir';

/**
 * `gradient` times `slope`, if these are g u and σ + y (1 − σ); else null. `products`: the gated products of the graph, by
 * their y.
 */
export function gatedGradient(
  gradient: Value,
  slope: Value,
  products: ReadonlyMap<Value, Value>,
): Value | null {
  const [g, u] = inputsOf(gradient, 'Mul');
  const [sigma, rest] = inputsOf(slope, 'Add');
  const [y, complement] = inputsOf(rest, 'Mul');
  const [, same] = inputsOf(complement, 'Sub');
  if (!g || !u || !sigma || !y || same !== sigma) return null;
  const [x] = inputsOf(y, 'Silu');
  const h = products.get(y);
  if (!h || inputsOf(h, 'Mul')[1] !== u || inputsOf(sigma, 'Sigmoid')[0] !== x) return null;
  return mul(g, add(h, mul(sigma, sub(u, h))));
}

function inputsOf(value: Value | undefined, op: OpName): Node['inputs'] {
  return value?.kind === 'result' && value.node.op === op ? value.node.inputs : [];
}
