/** Runs a graph in float64, slowly and plainly: the reference that fast runtimes are tested against. */
import { fail } from './errors';
import type { Graph } from './graph';
import type { Node, OpName, Value } from './ir';
import type { NdArray } from './nd-array';
import { opTable } from './ops/table';

/** Inputs and weights by name. */
export type Feeds = Readonly<Record<string, NdArray>>;

/** The outputs of `graph` by name. @throws LetheError graph/missing-input */
export function interpret<O extends string>(graph: Graph<string, O>, feeds: Feeds): Map<O, NdArray> {
  const results = new Map<Node, readonly NdArray[]>();
  const read = (value: Value): NdArray => {
    if (value.kind === 'constant') return { shape: value.shape, data: Float64Array.from(value.data, Number) };
    if (value.kind !== 'result')
      return feeds[value.name] ?? fail('graph/missing-input', { name: value.name });
    const made = results.get(value.node)?.[value.index];
    return made ?? fail('graph/invalid', { problem: `${value.node.op} is used before it is computed` });
  };
  for (const node of graph.nodes) results.set(node, compute(node, node.inputs.map(read)));
  return new Map([...graph.outputs].map(([name, value]) => [name, read(value)]));
}

function compute<O extends OpName>(node: Node<O>, inputs: readonly NdArray[]): readonly NdArray[] {
  return opTable[node.op].compute(inputs, node.attributes);
}
