/** A graph as text, one node per line, for tests and for reading. */
import type { Graph } from './graph';
import { showType } from './ir';
import { nameValues } from './names';

/** For instance `%3: f32[2, 8] = MatMul(x, model.layers.0.mlp.up_proj.weight)`. */
export function print(graph: Graph): string {
  const name = nameValues(graph).of;
  const inputs = [...graph.inputs].map(([key, value]) => `input ${key}: ${showType(value)}`);
  const weights = [...graph.weights].map(([key, value]) => `weight ${key}: ${showType(value)}`);
  const constants = graph.constants.map((value) => {
    const numbers = value.data.length <= 8 ? ` = ${value.data.join(', ')}` : '';
    return `constant ${name(value)}: ${showType(value)}${numbers}`;
  });
  const nodes = graph.nodes.map((node, i) => {
    const results = node.results.map(showType).join(', ');
    const attributes = Object.keys(node.attributes).length > 0 ? ` ${JSON.stringify(node.attributes)}` : '';
    return `%${i}: ${results} = ${node.op}(${node.inputs.map(name).join(', ')})${attributes}`;
  });
  const outputs = [...graph.outputs].map(([key, value]) => `output ${key} = ${name(value)}`);
  return [...inputs, ...weights, ...constants, ...nodes, ...outputs].join('\n');
}
