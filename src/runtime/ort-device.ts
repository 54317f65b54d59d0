/** What all onnxruntime devices share: sessions, tensors, and the queue that serialises their work. */
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-common';
import { fromEntries } from '../base/records';
import { sameShape, show, type Shape } from '../base/shape';
import type { SerialQueue } from '../base/serial-queue';
import { check } from '../graph/check';
import { fail as failInGraph } from '../graph/errors';
import type { Graph } from '../graph/graph';
import type { Data, DType } from '../graph/ir';
import { encode } from '../graph/onnx/encode';
import type { Feed, HostTensor, Session, Tensor, Weights } from './device';
import { fail } from './errors';
import { whileThere } from './while-there';

/** The part of the onnxruntime API that web and Node have in common. */
export interface Ort {
  readonly Tensor: typeof OrtTensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options?: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
}

const ortType = {
  f32: 'float32',
  f16: 'float16',
  i32: 'int32',
  i64: 'int64',
  bool: 'bool',
  u8: 'uint8',
} as const;
const fromOrtType: Readonly<Record<string, DType>> = {
  float32: 'f32',
  float16: 'f16',
  int32: 'i32',
  int64: 'i64',
  bool: 'bool',
  uint8: 'u8',
};

/** What differs between devices. */
export interface SessionContext {
  readonly ort: Ort;
  readonly queue: SerialQueue;
  readonly options: InferenceSession.SessionOptions;
  readonly weights: Weights;
  /** Whether the session has a copy of the weights of its own. @default false */
  readonly holdsWeights?: boolean;
  /** Aborts when the device is gone. */
  readonly gone: AbortSignal;
  /** how results are read @default the runtime's own way */
  readonly download?: Download;
}

/** Copies the numbers of a tensor to main memory. Called while nothing else runs on the device. */
export type Download = (tensor: OrtTensor) => Promise<unknown>;

export class OrtBackedTensor implements Tensor {
  readonly dtype: DType;
  readonly shape: readonly number[];
  #isReleased = false;

  constructor(
    readonly ort: OrtTensor,
    private readonly queue: SerialQueue,
    /** aborts when the device is gone */
    private readonly gone: AbortSignal,
    private readonly download: Download = (tensor) => tensor.getData(),
    /** called at the first release */
    private readonly onRelease: () => void = () => undefined,
  ) {
    this.dtype = fromOrtType[ort.type] ?? 'f32';
    this.shape = ort.dims;
  }

  async read(): Promise<Data> {
    const data = await this.queue.run(() =>
      whileThere(this.download(this.ort), this.gone, 'Reading a tensor'),
    );
    // A runtime that knows Float16Array gives halves as that; here they are their bits.
    if (this.dtype === 'f16' && ArrayBuffer.isView(data))
      return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
    if (isData(data)) return data;
    throw new TypeError(`expected numbers, got a tensor of ${this.ort.type}`);
  }

  release(): void {
    try {
      this.ort.dispose();
      if (!this.#isReleased) this.onRelease();
      this.#isReleased = true;
    } catch (error) {
      // While a read is in progress the runtime refuses. Of a lost device there is nothing left to release, and the
      // refusal must not hide the loss.
      if (!this.gone.aborted) throw error;
    }
  }
}

function isData(data: unknown): data is Data {
  return (
    data instanceof Float32Array ||
    data instanceof Int32Array ||
    data instanceof BigInt64Array ||
    data instanceof Uint8Array ||
    data instanceof Uint16Array
  );
}

export function toOrt(ort: Ort, tensor: HostTensor): OrtTensor {
  return new ort.Tensor(ortTypeOf(tensor), tensor.data, tensor.shape);
}

/** The runtime's name of the type of these numbers. */
export const ortTypeOf = ({ data, dtype }: HostTensor): (typeof ortType)[DType] =>
  ortType[dtype ?? dtypeOf(data)];

function dtypeOf(data: Data): DType {
  if (data instanceof Float32Array) return 'f32';
  if (data instanceof Int32Array) return 'i32';
  if (data instanceof Uint16Array) return 'f16';
  return data instanceof BigInt64Array ? 'i64' : 'bool';
}

/** Compiles a graph into a session of the context's device. */
export async function createSession<I extends string, O extends string>(
  graph: Graph<I, O>,
  context: SessionContext,
): Promise<Session<I, O>> {
  const { queue, ort, holdsWeights = false } = context;
  const inner = await queue.run(async () => {
    context.gone.throwIfAborted();
    check(graph);
    const created = ort.InferenceSession.create(encode(graph, holdsWeights), {
      ...outputLocations(graph, context.options),
      ...(holdsWeights && { externalData: [...heldWeights(graph, context)] }),
    });
    return whileThere(created, context.gone, 'Compiling a graph');
  });
  let live = true;
  /** Results on a graphics card that are not released. The runtime breaks where their session is released before them. */
  let held = 0;
  const end = (): Promise<void> =>
    whileThere(inner.release(), context.gone, 'Releasing a graph').catch((error: unknown) => {
      // Of a device that is gone there is nothing left to release.
      if (!context.gone.aborted) throw error;
    });
  const result = (tensor: OrtTensor): OrtBackedTensor => {
    if (tensor.location === 'cpu') return new OrtBackedTensor(tensor, queue, context.gone, context.download);
    held++;
    return new OrtBackedTensor(tensor, queue, context.gone, context.download, () => {
      held--;
      // That a card hangs is told by whatever waits for it next.
      if (!live && held === 0) queue.run(end).catch(() => undefined);
    });
  };
  return {
    run: (feeds) =>
      queue.run(async () => {
        if (!live) fail('runtime/released', { what: 'session' });
        const inputs = Object.fromEntries(collect(graph, feeds, context));
        const results = await whileThere(inner.run(inputs), context.gone, 'Running a graph');
        const named = [...graph.outputs.keys()].map((name) => {
          const tensor =
            results[name] ??
            fail('runtime/failed', { what: 'Running a graph', reason: `no output "${name}"` });
          return [name, result(tensor)] as const;
        });
        return fromEntries<O, Tensor>(named);
      }),
    release: () =>
      queue.run(async () => {
        if (!live) return;
        live = false;
        if (held === 0) await end();
      }),
  };
}

/** On a GPU, f32 results stay there; integer results are read back. */
function outputLocations(
  graph: Graph,
  options: InferenceSession.SessionOptions,
): InferenceSession.SessionOptions {
  if (options.preferredOutputLocation === undefined) return options;
  const locations = [...graph.outputs].map(
    ([name, { dtype }]) => [name, dtype === 'f32' ? 'gpu-buffer' : 'cpu'] as const,
  );
  return { ...options, preferredOutputLocation: Object.fromEntries(locations) };
}

/** Every input of the graph, and its weights unless the session holds them. */
function* collect(
  graph: Graph,
  feeds: Readonly<Partial<Record<string, Feed>>>,
  { ort, weights, holdsWeights = false }: SessionContext,
): Generator<[string, OrtTensor]> {
  for (const [name, { shape }] of graph.inputs) yield [name, fitting(ort, name, shape, feeds[name])];
  if (holdsWeights) return;
  for (const [name, { shape }] of graph.weights)
    yield [name, fitting(ort, name, shape, weights.tensors.get(name))];
}

/** @throws LetheError graph/missing-input or graph/type unless `feed` has this shape */
function fitting(ort: Ort, name: string, shape: Shape, feed: Feed | undefined): OrtTensor {
  if (!feed) return failInGraph('graph/missing-input', { name });
  if (!sameShape(feed.shape, shape)) {
    const [expected, got] = [`shape ${show(shape)}`, show(feed.shape)];
    failInGraph('graph/type', { op: `input "${name}"`, expected, got });
  }
  return 'data' in feed ? toOrt(ort, feed) : ortTensor(feed);
}

/** The weights of the graph as files beside the model, without a copy of them. */
function* heldWeights(
  graph: Graph,
  { weights }: SessionContext,
): Generator<{ readonly path: string; readonly data: Uint8Array }> {
  for (const [path, { shape }] of graph.weights) {
    const tensor = weights.tensors.get(path) ?? failInGraph('graph/missing-input', { name: path });
    const { data } = ortTensor(tensor);
    if (!ArrayBuffer.isView(data) || !sameShape(tensor.shape, shape))
      throw new TypeError(`expected numbers of shape ${show(shape)} for "${path}"`);
    yield { path, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  }
}

function ortTensor(tensor: Tensor): OrtTensor {
  if (tensor instanceof OrtBackedTensor) return tensor.ort;
  throw new TypeError('expected a tensor of this device');
}
