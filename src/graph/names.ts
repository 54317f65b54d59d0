/** Names of the values of a graph, shared by print.ts and onnx/encode.ts. */
import type { Graph } from './graph';
import type { Node, Value } from './ir';

export interface Names {
  readonly of: (value: Value) => string;
  /** The name of result `index` of a node. */
  readonly result: (node: Node, index: number) => string;
}

/**
 * Inputs and weights keep their names, and constants are `c0`, `c1` … A result has the name of its output, or of its
 * node: `%0`, `%1`, and `%1.1` for a second result.
 */
export function nameValues(graph: Graph): Names {
  const constants = new Map<Value, string>(graph.constants.map((value, i) => [value, `c${i}`]));
  const results = new Map<Node, Map<number, string>>();
  graph.nodes.forEach((node, i) => {
    const name = (index: number): string => (index === 0 ? `%${i}` : `%${i}.${index}`);
    results.set(node, new Map(node.results.map((_, index) => [index, name(index)])));
  });
  for (const [name, value] of graph.outputs) {
    const named = value.kind === 'result' ? results.get(value.node) : undefined;
    if (value.kind === 'result' && named?.get(value.index)?.startsWith('%')) named.set(value.index, name);
  }
  const result = (node: Node, index: number): string => results.get(node)?.get(index) ?? '?';
  return {
    result,
    of(value) {
      if (value.kind === 'result') return result(value.node, value.index);
      return value.kind === 'constant' ? (constants.get(value) ?? '?') : value.name;
    },
  };
}
