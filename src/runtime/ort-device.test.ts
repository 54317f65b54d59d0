import { Tensor as OrtTensor } from 'onnxruntime-common';
import { expect, test, vi } from 'vitest';
import { limits } from '../base/limits';
import { SerialQueue } from '../base/serial-queue';
import { add, input } from '../graph/build';
import { graph } from '../graph/graph';
import { createSession, OrtBackedTensor, type Ort } from './ort-device';

/** A tensor that the runtime refuses to dispose of, as it does while it is read. */
function refusing(gone: AbortSignal): OrtBackedTensor {
  const ort = new OrtTensor('float32', Float32Array.of(1), [1]);
  vi.spyOn(ort, 'dispose').mockImplementation(() => {
    throw new Error('The current tensor is being downloaded.');
  });
  return new OrtBackedTensor(ort, new SerialQueue(), gone);
}

test('releasing a tensor of a lost device never hides that it was lost', () => {
  const device = new AbortController();
  const tensor = refusing(device.signal);
  expect(() => tensor.release()).toThrow('being downloaded');
  device.abort();
  expect(() => tensor.release()).not.toThrow();
});

/** A session whose release never ends, as on a graphics card that hangs. */
async function hanging(gone: AbortSignal): ReturnType<typeof createSession> {
  const inner = { release: () => new Promise(() => undefined) };
  const ort = { Tensor: OrtTensor, InferenceSession: { create: () => Promise.resolve(inner) } };
  const x = input('x', 'f32', [1]);
  return createSession(graph({ x }, { y: add(x, x) }), {
    ort: ort as unknown as Ort,
    queue: new SerialQueue(),
    options: {},
    weights: { tensors: new Map(), release: () => undefined },
    gone,
  });
}

test('releasing a session of a graphics card that hangs is given up after the limit', async () => {
  vi.useFakeTimers();
  const session = await hanging(new AbortController().signal);
  const released = session.release().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(limits.graphics);
  expect(await released).toMatchObject({ code: 'runtime/graphics-silent' });
  vi.useRealTimers();
});

test('releasing a session of a lost device ends at once', async () => {
  const device = new AbortController();
  const session = await hanging(device.signal);
  const released = session.release();
  device.abort();
  await expect(released).resolves.toBeUndefined();
});

test('a session on a graphics card is released after the last of its results', async () => {
  const ended = vi.fn(() => Promise.resolve());
  const onCard = (): OrtTensor =>
    OrtTensor.fromGpuBuffer({} as never, { dataType: 'float32', dims: [1], dispose: () => undefined });
  const inner = { release: ended, run: () => Promise.resolve({ y: onCard() }) };
  const ort = { Tensor: OrtTensor, InferenceSession: { create: () => Promise.resolve(inner) } };
  const queue = new SerialQueue();
  const x = input('x', 'f32', [1]);
  const session = await createSession(graph({ x }, { y: add(x, x) }), {
    ort: ort as unknown as Ort,
    queue,
    options: {},
    weights: { tensors: new Map(), release: () => undefined },
    gone: new AbortController().signal,
  });
  const feeds = { x: { shape: [1], data: Float32Array.of(1) } };
  const [first, second] = [await session.run(feeds), await session.run(feeds)];
  first.y.release();
  first.y.release();
  await session.release();
  await expect(session.run(feeds)).rejects.toMatchObject({ code: 'runtime/released' });
  expect(ended).not.toHaveBeenCalled();
  second.y.release();
  await queue.run(() => Promise.resolve());
  expect(ended).toHaveBeenCalledTimes(1);
  await session.release();
  expect(ended).toHaveBeenCalledTimes(1);
});
