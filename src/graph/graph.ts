/** A graph: named inputs and outputs, and the nodes between them in topological order. */
import { fail } from './errors';
import { entriesOf } from '../base/records';
import type { ConstantValue, InputValue, Node, Value, WeightValue } from './ir';
import { order } from './rewrite';
import { shareEqual } from './share';

/** `I` and `O` are the names of its inputs and outputs. */
export interface Graph<I extends string = string, O extends string = string> {
  /** Only the inputs that a node uses: feeding an unused one costs a copy at each run. */
  readonly inputs: ReadonlyMap<I, InputValue>;
  readonly weights: ReadonlyMap<string, WeightValue>;
  readonly constants: readonly ConstantValue[];
  /** Every node after the nodes that it needs; no two nodes compute the same. */
  readonly nodes: readonly Node[];
  readonly outputs: ReadonlyMap<O, Value>;
}

/**
 * The graph that computes `outputs` from `inputs`; `improve` (see fuse.ts) may rewrite it.
 * @throws LetheError graph/invalid if a used input is not declared or two values share a name
 */
export function graph<I extends string, O extends string>(
  inputs: Readonly<Record<I, InputValue>>,
  outputs: Readonly<Record<O, Value>>,
  improve: (outputs: ReadonlyMap<O, Value>) => ReadonlyMap<O, Value> = (same) => same,
): Graph<I, O> {
  const shared = improve(shareEqual(new Map(entriesOf(outputs))));
  const nodes = order(shared.values());
  const leaves = [...shared.values(), ...nodes.flatMap((node) => node.inputs)];
  const used = byName(leaves.filter((value) => value.kind === 'input'));
  const declared = new Map(entriesOf(inputs).map(([name, value]) => [value.name, name]));
  for (const name of used.keys()) {
    if (!declared.has(name))
      fail('graph/invalid', { problem: `the input "${name}" is used but not declared` });
  }
  return {
    inputs: new Map(entriesOf(inputs).filter(([, value]) => used.has(value.name))),
    weights: byName(leaves.filter((value) => value.kind === 'weight')),
    constants: [...new Set(leaves.filter((value) => value.kind === 'constant'))],
    nodes,
    outputs: shared,
  };
}

function byName<V extends InputValue | WeightValue>(values: readonly V[]): Map<string, V> {
  const map = new Map<string, V>();
  for (const value of values) {
    const other = map.get(value.name);
    if (other && other !== value) fail('graph/invalid', { problem: `two values are named "${value.name}"` });
    map.set(value.name, value);
  }
  return map;
}
