/** What all onnxruntime devices share: sessions, tensors, and the one lane they go through. */
import type { InferenceSession, Tensor as OrtTensor, TypedTensor } from 'onnxruntime-common';
import { fail } from '../base/errors';
import type { Lane } from '../base/lane';
import type { Graph } from '../graph/graph';
import type { Data, DType } from '../graph/ir';
import { encode } from '../graph/onnx/encode';
import type { Feed, HostTensor, Session, Tensor } from './device';

/** The part of the onnxruntime API that web and Node have in common. */
export interface Ort {
  readonly Tensor: typeof OrtTensor;
  readonly InferenceSession: typeof InferenceSession;
}

const ortType = { f32: 'float32', i32: 'int32', i64: 'int64', bool: 'bool' } as const;
const fromOrtType: Readonly<Record<string, DType>> = { float32: 'f32', int32: 'i32', int64: 'i64', bool: 'bool' };

/** What differs between devices. */
export interface SessionContext {
  readonly ort: Ort;
  readonly lane: Lane;
  readonly options: InferenceSession.SessionOptions;
  /** Weights that are fed at each run (WebGPU). */
  readonly fedWeights: ReadonlyMap<string, OrtTensor>;
  /** Weights stored in the graph (CPU). */
  readonly storedWeights: ReadonlyMap<string, Float32Array>;
  /** Throws if the device is gone. */
  assertAlive(): void;
}

export class OrtBackedTensor implements Tensor {
  readonly dtype: DType;
  readonly shape: readonly number[];

  constructor(
    readonly ort: OrtTensor,
    private readonly lane: Lane,
  ) {
    this.dtype = fromOrtType[ort.type] ?? 'f32';
    this.shape = ort.dims;
  }

  async read(): Promise<Data> {
    const data = await this.lane.run(() => this.ort.getData());
    if (isData(data)) return data;
    throw new TypeError(`expected numbers, got a tensor of ${this.ort.type}`);
  }

  release(): void {
    this.ort.dispose();
  }
}

function isData(data: unknown): data is Data {
  return data instanceof Float32Array || data instanceof Int32Array || data instanceof BigInt64Array || data instanceof Uint8Array;
}

export function toOrt(ort: Ort, { data, shape }: HostTensor): OrtTensor {
  const dtype = data instanceof Float32Array ? 'f32' : data instanceof Int32Array ? 'i32' : data instanceof BigInt64Array ? 'i64' : 'bool';
  return new ort.Tensor(ortType[dtype], data, shape) as TypedTensor<'float32'>;
}

/** Compiles a graph into a session of the context's device. */
export async function createSession<I extends string, O extends string>(
  graph: Graph<I, O>,
  context: SessionContext,
): Promise<Session<I, O>> {
  const { lane, ort } = context;
  const inner = await lane.run(async () => {
    context.assertAlive();
    const model = encode(graph, context.storedWeights);
    return ort.InferenceSession.create(model, outputLocations(graph, context.options)).catch(failed('Compiling a graph'));
  });
  let live = true;
  const weights = [...graph.weights.keys()].flatMap((name) => {
    const tensor = context.fedWeights.get(name);
    return tensor ? [[name, tensor] as const] : [];
  });
  return {
    run: (feeds) =>
      lane.run(async () => {
        context.assertAlive();
        if (!live) fail('runtime/released', { what: 'session' });
        const inputs = Object.fromEntries([...collect(graph, feeds, ort), ...weights]);
        const results = await inner.run(inputs).catch(failed('Running a graph'));
        const named = [...graph.outputs.keys()].map((name) => {
          const tensor = results[name] ?? fail('runtime/failed', { what: 'Running a graph', reason: `no output "${name}"` });
          return [name, new OrtBackedTensor(tensor, lane)] as const;
        });
        return Object.fromEntries(named) as unknown as Record<O, Tensor>;
      }),
    release: () =>
      lane.run(async () => {
        if (live) await inner.release();
        live = false;
      }),
  };
}

/** On a GPU, f32 results stay there; ids come back to be read. */
function outputLocations(graph: Graph, options: InferenceSession.SessionOptions): InferenceSession.SessionOptions {
  if (options.preferredOutputLocation === undefined) return options;
  const locations = [...graph.outputs].map(([name, { dtype }]) => [name, dtype === 'f32' ? 'gpu-buffer' : 'cpu'] as const);
  return { ...options, preferredOutputLocation: Object.fromEntries(locations) };
}

function* collect(graph: Graph, feeds: Readonly<Partial<Record<string, Feed>>>, ort: Ort): Generator<[string, OrtTensor]> {
  for (const [name, type] of graph.inputs) {
    const feed = feeds[name] ?? fail('graph/missing-input', { name });
    if (feed.shape.join() !== type.shape.join()) {
      fail('graph/type', { op: `input "${name}"`, expected: `shape [${type.shape.join()}]`, got: `[${feed.shape.join()}]` });
    }
    yield [name, feed instanceof OrtBackedTensor ? feed.ort : toOrt(ort, feed as HostTensor)];
  }
}

function failed(what: string): (error: unknown) => never {
  return (error) => fail('runtime/failed', { what, reason: error instanceof Error ? error.message : String(error) }, error);
}

