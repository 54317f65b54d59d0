/**
 * One interface for everything that can run a graph: onnxruntime-web on WebGPU or WASM, and onnxruntime-node. Layers
 * above this folder use nothing else of the runtime.
 */
import type { Shape } from '../base/shape';
import type { Graph } from '../graph/graph';
import type { Data, DType } from '../graph/ir';

/** `native` is the CPU library in Node. */
type Backend = 'webgpu' | 'wasm' | 'native';

export interface DeviceInfo {
  readonly backend: Backend;
  /** Number of compute threads; 1 on WebGPU. */
  readonly threads: number;
  /** The graphics adapter, or why there is only one thread, in a few words. */
  readonly detail: string;
}

/** A tensor on a device. Release it once it is no longer needed. */
export interface Tensor {
  readonly dtype: DType;
  readonly shape: Shape;
  /** Copies the numbers to main memory; the tensor stays on the device. */
  read(): Promise<Data>;
  release(): void;
}

/** Numbers in main memory, fed as they are. */
export interface HostTensor {
  readonly shape: Shape;
  readonly data: Data;
  /** @default by the kind of array; bool for bytes */
  readonly dtype?: DType;
}

export type Feed = Tensor | HostTensor;

/** A compiled graph. */
export interface Session<I extends string, O extends string> {
  /**
   * Computes every output; the caller releases them. Inputs that the graph does not use are ignored.
   * @throws LetheError graph/missing-input, graph/type, runtime/failed, runtime/device-lost, runtime/released
   */
  run(feeds: Readonly<Partial<Record<I, Feed>>>): Promise<Record<O, Tensor>>;
  release(): Promise<void>;
}

/** A model's weights, by name, where the device needs them. All sessions share them. */
export interface Weights {
  readonly tensors: ReadonlyMap<string, Tensor>;
  release(): void;
}

export interface CompileOptions {
  /**
   * Whether the compiled graph has its own copy of the weights, in place of being fed them at every run. Only for devices
   * that copy what they are fed; others ignore it. @default false
   */
  readonly holdsWeights?: boolean;
}

export interface Device {
  readonly info: DeviceInfo;
  /** Whether everything that is fed is copied at every run, so that a compiled graph may be faster with its own weights. */
  readonly copiesFeeds: boolean;
  /** Bytes of the largest tensor that may be fed. */
  readonly largestBuffer: number;
  /** Whether graphs may be fed f16. */
  readonly readsHalves: boolean;
  /** Places weights, by name: in main memory they stay where they are, on WebGPU they become buffers. */
  place(weights: ReadonlyMap<string, HostTensor>): Promise<Weights>;
  /** Copies numbers that many runs will use to the device. */
  upload(tensor: HostTensor): Promise<Tensor>;
  compile<I extends string, O extends string>(
    graph: Graph<I, O>,
    weights: Weights,
    options?: CompileOptions,
  ): Promise<Session<I, O>>;
  /** Bytes that the compiled graph will keep between runs: its weights and constants, and memory for its results. */
  compiledBytes(graph: Graph, options?: CompileOptions): number;
  /** Bytes that a model may take on this device, weights and all. */
  readonly offers: number;
  /** Bytes held by the runtime: the WASM heap, the GPU buffers of weights, or the process. */
  memoryBytes(): number;
  /** Aborts when the device is lost or released; its reason is the error that every run then throws. */
  readonly gone: AbortSignal;
  release(): Promise<void>;
}

/** Reads f32 numbers. */
export async function readF32(tensor: Tensor): Promise<Float32Array> {
  const data = await tensor.read();
  if (data instanceof Float32Array) return data;
  throw new TypeError(`expected an f32 tensor, got ${tensor.dtype}`);
}

/** Reads the only number of a tensor, and releases it. */
export async function readNumber(tensor: Tensor): Promise<number> {
  const [x = Number.NaN] = await readF32(tensor);
  tensor.release();
  return x;
}

/** Reads whole numbers (i64 ids come as BigInt) as an Int32Array. */
export async function readIds(tensor: Tensor): Promise<Int32Array> {
  return Int32Array.from(await tensor.read(), Number);
}
