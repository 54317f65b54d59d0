/**
 * A graphics card in Node, through the WebGPU provider of onnxruntime-node. The provider opens the card itself, at the
 * first session, and closes it with the last one: so the sessions that copy numbers to the card are kept.
 */
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-common';
import { offeredMemory } from '../base/browser';
import { makeError } from '../base/errors';
import { SerialQueue } from '../base/serial-queue';
import type { Shape } from '../base/shape';
import { cast, input } from '../graph/build';
import { graph, type Graph } from '../graph/graph';
import { bytesOf } from '../graph/memory';
import { encode } from '../graph/onnx/encode';
import { compiledBytes } from './compiled-bytes';
import { readF32, type Device, type HostTensor, type Session, type Tensor, type Weights } from './device';
import { fail, runtimeErrors } from './errors';
import { createSession, OrtBackedTensor, toOrt, type Ort, type SessionContext } from './ort-device';

/** 1 as a half. */
const ONE_HALF = 0x3c00;

type Copying = Session<'from', 'to'>;

/** A graph that copies numbers, to the card or from it: onnxruntime-node has no other way. */
function copyGraph(shape: Shape): Graph<'from', 'to'> {
  const from = input('from', 'f32', shape);
  return graph({ from }, { to: from });
}

/** A graph that only runs where the card computes with 16-bit floats. */
function halvesGraph(): Graph<'from', 'to'> {
  const from = input('from', 'f16', [2]);
  return graph({ from }, { to: cast(from, 'f32') });
}

/** Opens the graphics card. @throws LetheError runtime/no-driver */
export async function openGpu(ort: Ort): Promise<Device> {
  const queue = new SerialQueue();
  const end = new AbortController();
  const gone = end.signal;
  const nothing: Weights = { tensors: new Map(), release: () => undefined };
  const options = {
    executionProviders: [{ name: 'webgpu', validationMode: 'disabled' }],
    logSeverityLevel: 3,
  } as const;
  const context: Omit<SessionContext, 'weights'> = {
    ort,
    queue,
    options: { ...options, preferredOutputLocation: 'gpu-buffer' },
    gone,
    download,
  };
  const copying = new Map<string, Promise<Copying>>();
  const fetching = new Map<string, Promise<InferenceSession>>();
  /** bytes of weights */
  let placed = 0;

  async function download(tensor: OrtTensor): Promise<unknown> {
    if (tensor.location === 'cpu') return tensor.data;
    const key = tensor.dims.join();
    const session = fetching.get(key) ?? ort.InferenceSession.create(encode(copyGraph(tensor.dims)), options);
    fetching.set(key, session);
    return (await (await session).run({ from: tensor })).to?.data;
  }

  const copyingOf = (shape: Shape): Promise<Copying> => {
    const made =
      copying.get(shape.join()) ?? createSession(copyGraph(shape), { ...context, weights: nothing });
    copying.set(shape.join(), made);
    return made;
  };
  const put = async (tensor: HostTensor): Promise<Tensor> => {
    // Whole numbers are few, and fed from main memory.
    if (!(tensor.data instanceof Float32Array)) return new OrtBackedTensor(toOrt(ort, tensor), queue, gone);
    const { to } = await (await copyingOf(tensor.shape)).run({ from: tensor });
    return to;
  };
  await copyingOf([1]).catch((error: unknown) =>
    fail('runtime/no-driver', { reason: error instanceof Error ? error.message : String(error) }, error),
  );
  const silent = { ...context.options, logSeverityLevel: 4 } as const;
  const readsHalves = await createSession(halvesGraph(), { ...context, options: silent, weights: nothing })
    .then(async (session) => {
      const { to } = await session.run({ from: { shape: [2], data: Uint16Array.of(ONE_HALF, ONE_HALF) } });
      const [x] = await readF32(to);
      await session.release();
      return x === 1;
    })
    .catch(() => false);
  return {
    info: { backend: 'webgpu', threads: 1, detail: 'onnxruntime-node' },
    copiesFeeds: false,
    largestBuffer: Infinity, // the provider does not say
    readsHalves,
    offers: offeredMemory(),
    async place(weights) {
      const tensors = new Map<string, Tensor>();
      for (const [name, tensor] of weights) tensors.set(name, await put(tensor));
      const bytes = [...tensors.values()].reduce((sum, tensor) => sum + bytesOf(tensor), 0);
      placed += bytes;
      const release = (): void => {
        for (const tensor of tensors.values()) tensor.release();
        tensors.clear();
        placed -= bytes;
      };
      return { tensors, release };
    },
    upload: put,
    compile: (built, weights) => createSession(built, { ...context, weights }),
    compiledBytes: (built) => compiledBytes(built, { keepsResults: true, holdsWeights: false }),
    memoryBytes: () => placed,
    gone,
    async release() {
      for (const session of [...copying.values(), ...fetching.values()]) await (await session).release();
      end.abort(makeError(runtimeErrors, 'runtime/released', { what: 'device' }));
    },
  };
}
