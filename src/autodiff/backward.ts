/**
 * Reverse-mode differentiation as graph → graph: gradients are new values that refer to the values of the forward
 * pass. Only nodes on a path from a target to the loss are visited, and a graph holds only what its outputs need, so
 * unused gradients are never computed.
 */
import { fail } from './errors';
import { sameShape, type Shape } from '../base/shape';
import { add, expand, reduceSum, reshape, scalar } from '../graph/build';
import type { Node, ResultValue, Value } from '../graph/ir';
import { order } from '../graph/rewrite';
import { differentiate, rules, type RuleTable } from './rules';

/**
 * The gradients of the sum of `loss` with respect to each of `targets`, each in its target's shape
 * (zeros where the loss does not depend on it). `table` replaces the rules in tests.
 * @throws LetheError autodiff/no-rule if an op without a gradient is on a path from a target to the loss
 */
export function backward(loss: Value, targets: readonly Value[], table: RuleTable = rules): Value[] {
  const nodes = order([loss]);
  const path = findPath(nodes, targets);
  const gradients = new Map<Value, Value>();
  const reached = new Map<Node, ResultValue[]>();
  const accumulate = (value: Value, gradient: Value): void => {
    const sofar = gradients.get(value);
    gradients.set(value, sofar ? add(sofar, gradient) : gradient);
    if (value.kind === 'result' && !sofar)
      reached.set(value.node, [...(reached.get(value.node) ?? []), value]);
  };
  accumulate(loss, expand(scalar(1), loss.shape));
  for (const node of nodes.reverse()) {
    const ys = reached.get(node);
    if (!ys || !node.inputs.some((value) => path.has(value))) continue;
    const found = inputGradients(node, ys, gradients, table);
    if (!found) return fail('autodiff/no-rule', { op: node.op });
    const { inputs } = node;
    inputs.forEach((value, i) => {
      const gradient = found[i];
      if (gradient && path.has(value)) accumulate(value, unbroadcast(gradient, value.shape));
    });
  }
  return targets.map((target) => gradients.get(target) ?? expand(scalar(0), target.shape));
}

/** The gradients of a node's inputs from those of the results that were reached; null if its op has none. */
function inputGradients(
  { op, inputs, attributes, results }: Node,
  ys: readonly ResultValue[],
  gradients: ReadonlyMap<Value, Value>,
  table: RuleTable,
): readonly (Value | null)[] | null {
  const all = results.map(({ shape }, index) => {
    const y = ys.find((one) => one.index === index);
    return (y && gradients.get(y)) ?? expand(scalar(0), shape);
  });
  const [y] = ys;
  const [g] = all;
  return y && g ? differentiate(op, table, { g, all, y, inputs, attributes }) : null;
}

/** Every value on a path from a target to the loss. The search stops at targets, even if another is behind one. */
function findPath(nodes: readonly Node[], targets: readonly Value[]): ReadonlySet<Value> {
  const path = new Set<Value>(targets);
  const moved = new Set<Node>();
  for (const node of nodes) {
    for (const value of node.inputs) {
      if (value.kind === 'result' && moved.has(value.node)) path.add(value);
    }
    if (node.inputs.some((value) => path.has(value))) moved.add(node);
  }
  return path;
}

/** Sums a gradient over the axes along which its value was broadcast. */
function unbroadcast(gradient: Value, shape: Shape): Value {
  if (sameShape(gradient.shape, shape)) return gradient;
  const lead = gradient.shape.length - shape.length;
  const repeated = gradient.shape.flatMap((n, axis) =>
    axis < lead || (shape[axis - lead] === 1 && n > 1) ? [axis] : [],
  );
  return reshape(reduceSum(gradient, repeated), shape);
}
