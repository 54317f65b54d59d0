/** Graph → bytes of an ONNX model. */
import type { Graph } from '../graph';
import type { Node, OpName } from '../ir';
import { nameValues, type Names } from '../names';
import type { OnnxForm } from '../ops/op';
import { opTable } from '../ops/table';
import { writeModel, type NodeMessage, type TensorMessage } from './messages';

/**
 * The bytes of `graph` as an ONNX model that onnxruntime loads. Weights are inputs of the model; if it `holdsWeights`, the
 * runtime is given them once, beside the model, as external data under their names.
 */
export function encode(graph: Graph, holdsWeights = false): Uint8Array {
  const names = nameValues(graph);
  const name = names.of;
  const shapes = new Map<string, TensorMessage>();
  const nodes = graph.nodes.map((node) => nodeMessage(node, names, shapes));
  const renamed = [...graph.outputs].filter(([key, value]) => name(value) !== key);
  const weights = [...graph.weights.values()];
  return writeModel({
    nodes: [...nodes, ...renamed.map(([key, value]) => identity(name(value), key))],
    initializers: [
      ...graph.constants.map((value) => ({ ...value, name: name(value) })),
      ...(holdsWeights ? weights.map((value) => ({ ...value, data: null })) : []),
      ...shapes.values(),
    ],
    inputs: [...graph.inputs.values(), ...(holdsWeights ? [] : weights)],
    outputs: [...graph.outputs].map(([key, { dtype, shape }]) => ({ name: key, dtype, shape })),
  });
}

function identity(from: string, to: string): NodeMessage {
  return { inputs: [from], outputs: [to], op: 'Identity', domain: '', attributes: {} };
}

function nodeMessage(node: Node, names: Names, shapes: Map<string, TensorMessage>): NodeMessage {
  const row = opTable[node.op];
  const form = onnxForm(node);
  return {
    inputs: [...node.inputs.map(names.of), ...(form.extraInputs ?? []).map((list) => int64(list, shapes))],
    outputs: node.results.map((_, index) => names.result(node, index)),
    op: row.onnxName ?? node.op,
    domain: row.domain ?? '',
    attributes: form.attributes ?? {},
  };
}

function onnxForm<O extends OpName>(node: Node<O>): OnnxForm {
  return opTable[node.op].onnx(node.attributes, node.inputs);
}

/** The name of an int64 constant with these numbers, shared by all nodes that need it. */
function int64(list: readonly number[], shapes: Map<string, TensorMessage>): string {
  const name = `i64:${list.join()}`;
  const data = BigInt64Array.from(list, BigInt);
  shapes.set(name, { name, dtype: 'i64', shape: [list.length], data });
  return name;
}
