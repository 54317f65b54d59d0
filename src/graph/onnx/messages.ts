/**
 * The messages of onnx.proto3 that Lethe writes, as plain data and as protobuf (with pbf).
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
import { PbfWriter } from 'pbf';
import type { Data, TensorType } from '../ir';
import type { OnnxAttribute } from '../ops/op';
import { elementType } from './element-type';

export interface NodeMessage {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly op: string;
  readonly domain: string;
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

export interface TensorMessage extends TensorType {
  readonly name: string;
  /** null: the runtime is given the numbers apart from the model, under the name of the tensor */
  readonly data: Data | null;
}

interface ValueMessage extends TensorType {
  readonly name: string;
}

export interface ModelMessage {
  readonly nodes: readonly NodeMessage[];
  readonly initializers: readonly TensorMessage[];
  readonly inputs: readonly ValueMessage[];
  readonly outputs: readonly ValueMessage[];
}

const IR_VERSION = 10;
const OPSETS = [
  ['', 21],
  ['com.microsoft', 1],
] as const;

/** TensorProto.DataLocation */
const EXTERNAL = 1;

/** AttributeProto: the field that holds the value, and AttributeType. */
const attributeType = { float: 1, int: 2, string: 3, ints: 7 } as const;

export function writeModel(model: ModelMessage): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeStringField(2, 'lethe');
  pbf.writeMessage(7, writeGraph, model);
  for (const opset of OPSETS) {
    pbf.writeMessage(
      8,
      ([domain, version], opsetId) => {
        opsetId.writeStringField(1, domain);
        opsetId.writeVarintField(2, version);
      },
      opset,
    );
  }
  return pbf.finish();
}

function writeGraph(model: ModelMessage, pbf: PbfWriter): void {
  for (const node of model.nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, 'graph');
  for (const tensor of model.initializers) pbf.writeMessage(5, writeTensor, tensor);
  for (const value of model.inputs) pbf.writeMessage(11, writeValue, value);
  for (const value of model.outputs) pbf.writeMessage(12, writeValue, value);
}

function writeNode(node: NodeMessage, pbf: PbfWriter): void {
  for (const name of node.inputs) pbf.writeStringField(1, name);
  for (const name of node.outputs) pbf.writeStringField(2, name);
  pbf.writeStringField(4, node.op);
  for (const attribute of Object.entries(node.attributes)) pbf.writeMessage(5, writeAttribute, attribute);
  if (node.domain !== '') pbf.writeStringField(7, node.domain);
}

function writeAttribute([name, value]: [string, OnnxAttribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if ('float' in value) pbf.writeFloatField(2, value.float);
  if ('int' in value) pbf.writeVarintField(3, value.int);
  if ('string' in value) pbf.writeStringField(4, value.string);
  if ('ints' in value) for (const n of value.ints) pbf.writeVarintField(8, n);
  pbf.writeVarintField(20, typeOf(value));
}

function typeOf(value: OnnxAttribute): number {
  if ('float' in value) return attributeType.float;
  if ('int' in value) return attributeType.int;
  return 'string' in value ? attributeType.string : attributeType.ints;
}

function writeTensor(tensor: TensorMessage, pbf: PbfWriter): void {
  for (const n of tensor.shape) pbf.writeVarintField(1, n);
  pbf.writeVarintField(2, elementType[tensor.dtype]);
  pbf.writeStringField(8, tensor.name);
  if (tensor.data) {
    const { buffer, byteOffset, byteLength } = tensor.data;
    pbf.writeBytesField(9, new Uint8Array(buffer, byteOffset, byteLength));
  } else {
    pbf.writeMessage(13, writeLocation, tensor.name);
    pbf.writeVarintField(14, EXTERNAL);
  }
}

function writeLocation(name: string, pbf: PbfWriter): void {
  pbf.writeStringField(1, 'location');
  pbf.writeStringField(2, name);
}

function writeValue(value: ValueMessage, pbf: PbfWriter): void {
  pbf.writeStringField(1, value.name);
  pbf.writeMessage(
    2,
    (type, typeProto) => {
      typeProto.writeMessage(1, writeTensorType, type);
    },
    value,
  );
}

function writeTensorType({ dtype, shape }: ValueMessage, pbf: PbfWriter): void {
  pbf.writeVarintField(1, elementType[dtype]);
  pbf.writeMessage(
    2,
    (sizes, shapeProto) => {
      for (const n of sizes)
        shapeProto.writeMessage(
          1,
          (_, d) => {
            d.writeVarintField(1, n);
          },
          n,
        );
    },
    shape,
  );
}
