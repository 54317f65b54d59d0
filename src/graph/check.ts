/** Checks a whole graph from scratch, however it was built. */
import { fail } from './errors';
import type { Graph } from './graph';
import { showType, type Node, type OpName, type Value } from './ir';
import { opTable } from './ops/table';

/**
 * Throws unless every node comes after its inputs, has as many inputs as its op takes, and has the result types of its
 * op. @throws LetheError graph/invalid, graph/type
 */
export function check(graph: Graph): void {
  const made = new Set<Node>();
  const known = (value: Value, where: string): void => {
    if (value.kind === 'result' && !made.has(value.node)) {
      fail('graph/invalid', { problem: `${where} uses ${value.node.op} before it is computed` });
    }
  };
  for (const node of graph.nodes) {
    for (const value of node.inputs) known(value, node.op);
    checkTypes(node);
    made.add(node);
  }
  for (const [name, value] of graph.outputs) known(value, `the output "${name}"`);
}

function checkTypes<O extends OpName>(node: Node<O>): void {
  const row = opTable[node.op];
  if (node.inputs.length < row.arity[0] || node.inputs.length > row.arity[1]) {
    fail('graph/invalid', { problem: `${node.op} has ${node.inputs.length} inputs` });
  }
  const expected = row.result(node.inputs, node.attributes, node.op).map(showType).join(', ');
  const got = node.results.map(showType).join(', ');
  if (expected !== got) fail('graph/type', { op: node.op, expected, got });
}
