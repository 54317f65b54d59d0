/** What is said of the graphics card is true, and nothing waits for it for ever. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../base/limits';
import { requestGpu } from './request-gpu';

const device = { lost: new Promise(() => undefined) };
const adapter = {
  features: new Set<string>(),
  limits: { maxBufferSize: 1, maxStorageBufferBindingSize: 1, maxStorageBuffersPerShaderStage: 1 },
  info: { description: '', vendor: 'nvidia', architecture: 'ada', isFallbackAdapter: false },
  requestDevice: (): Promise<unknown> => Promise.resolve(device),
};
const never = (): Promise<never> => new Promise(() => undefined);

const offers = (gpu: unknown, isSecureContext = true): void => {
  vi.stubGlobal('navigator', gpu === undefined ? {} : { gpu });
  vi.stubGlobal('isSecureContext', isSecureContext);
};
const finds = (found: unknown): void => {
  offers({ requestAdapter: () => Promise.resolve(found) });
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an adapter is named as the browser names it', async () => {
  finds(adapter);
  expect(await requestGpu()).toEqual({
    device,
    name: 'nvidia ada',
    isSoftware: false,
    hasHalves: false,
  });
});

test.each([
  ['without info', { ...adapter, info: undefined }],
  ['with empty info', { ...adapter, info: { description: '', vendor: '', architecture: '' } }],
])('F22 an adapter %s gives its device all the same', async (_, found) => {
  finds(found);
  expect(await requestGpu()).toMatchObject({
    device,
    name: 'graphics adapter without a name',
    isSoftware: false,
  });
});

test('16-bit floats are asked for where the adapter has them', async () => {
  const requestDevice = vi.fn((_asked: unknown) => Promise.resolve(device));
  finds({ ...adapter, requestDevice });
  await requestGpu();
  expect(requestDevice.mock.lastCall?.[0]).not.toHaveProperty('requiredFeatures');
  finds({ ...adapter, requestDevice, features: new Set(['shader-f16']) });
  expect(await requestGpu()).toMatchObject({ hasHalves: true });
  expect(requestDevice.mock.lastCall?.[0]).toMatchObject({ requiredFeatures: ['shader-f16'] });
});

test('an adapter emulated in software is recognised by any of the signs that browsers give', async () => {
  for (const found of [
    { ...adapter, info: { description: 'SwiftShader Device' } },
    { ...adapter, info: { ...adapter.info, isFallbackAdapter: true } },
    { ...adapter, info: undefined, isFallbackAdapter: true },
  ]) {
    finds(found);
    expect(await requestGpu()).toMatchObject({ isSoftware: true });
  }
});

test('F22 no WebGPU, an insecure address, no adapter, a failed search and a refused device are five errors', async () => {
  const code = () => requestGpu().catch((error: unknown) => error);
  offers(undefined);
  expect(await code()).toMatchObject({ code: 'runtime/no-webgpu' });
  offers(null);
  expect(await code()).toMatchObject({ code: 'runtime/no-webgpu' });
  offers(undefined, false);
  expect(await code()).toMatchObject({ code: 'runtime/insecure' });
  finds(null);
  expect(await code()).toMatchObject({ code: 'runtime/no-adapter' });
  offers({ requestAdapter: () => Promise.reject(new DOMException('blocked', 'OperationError')) });
  expect(await code()).toMatchObject({ code: 'runtime/adapter-failed', params: { reason: 'blocked' } });
  const refuses = () => Promise.reject(new DOMException('limit not supported', 'OperationError'));
  finds({ ...adapter, requestDevice: refuses });
  expect(await code()).toMatchObject({
    code: 'runtime/device-refused',
    params: { adapter: 'nvidia ada', reason: 'limit not supported' },
  });
});

test('an adapter or a device that never comes is given up after its limit', async () => {
  const silent = async (limit: number): Promise<void> => {
    const waiting = requestGpu().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(limit);
    expect(await waiting).toMatchObject({ code: 'runtime/graphics-silent' });
  };
  offers({ requestAdapter: never });
  await silent(limits.adapter);
  finds({ ...adapter, requestDevice: never });
  await silent(limits.device);
});

test('waiting for the graphics card can be cancelled', async () => {
  offers({ requestAdapter: never });
  const controller = new AbortController();
  const waiting = requestGpu(controller.signal);
  controller.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
});
