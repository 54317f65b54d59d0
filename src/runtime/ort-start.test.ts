import { afterEach, expect, test, vi } from 'vitest';
import type { Ort } from './ort-device';
import { limits } from '../base/limits';
import type { Device } from './device';
import { startable, started } from './ort-start';

const files = ['https://here.example/assets/ort.mjs', 'https://here.example/assets/ort.wasm'];

/** A runtime whose sessions fail with this message. */
const failing = (message: string) => (): Promise<Ort> =>
  Promise.resolve({
    InferenceSession: { create: () => Promise.reject(new Error(message)) },
  } as unknown as Ort);

const network = (answer: () => Promise<Response>): unknown => vi.stubGlobal('fetch', answer);
const html = { headers: { 'Content-Type': 'text/html' } };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function reasonOf(load: () => Promise<Ort>): Promise<unknown> {
  const created = startable(load, files).then((ort) => ort.InferenceSession.create(new Uint8Array()));
  const error: unknown = await created.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'runtime/not-started' });
  return (error as { params: { reason: string } }).params.reason;
}

const cut = 'no available backend found. ERR: [wasm] CompileError: section extends past end of the module';

test.each([
  ['ort.mjs: HTTP 404', () => Promise.resolve(new Response('', { status: 404 }))],
  ['a web page came in place of ort.mjs', () => Promise.resolve(new Response('<p>', html))],
  ['ort.mjs could not be fetched', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['its download was cut off or replaced by another file', () => Promise.resolve(new Response('whole'))],
])('a start that failed says why: %s', async (reason, answer) => {
  network(answer);
  expect(await reasonOf(failing(cut))).toBe(reason);
});

test('a script that cannot be imported is such a failure too', async () => {
  network(() => Promise.resolve(new Response('whole')));
  expect(await reasonOf(() => Promise.reject(new TypeError('Failed to fetch module')))).toBe(
    'Failed to fetch module',
  );
});

test('a runtime that never answers is given up', async () => {
  vi.useFakeTimers();
  network(() => Promise.resolve(new Response('whole')));
  const never = new Promise<never>(() => undefined);
  const device = { place: () => Promise.resolve({}), compile: () => never } as unknown as Device;
  const waits = [startable(() => never, files), started(device)];
  const given = Promise.allSettled(waits);
  await vi.advanceTimersByTimeAsync(limits.runtimeStart);
  const error = { code: 'runtime/not-started', params: { reason: 'it was not there after 300 seconds' } };
  expect(await given).toMatchObject([{ reason: error }, { reason: error }]);
});

const entry = performance.mark('any');

/** Tells of each fetch, as the browser does. */
function watchedFetches(): (address: string) => void {
  let tell: (seen: Pick<PerformanceObserverEntryList, 'getEntriesByName'>) => void = () => undefined;
  class Observer {
    constructor(listener: typeof tell) {
      tell = listener;
    }
    observe = (): void => undefined;
    disconnect = (): void => undefined;
  }
  vi.stubGlobal('PerformanceObserver', Observer);
  return (address) => tell({ getEntriesByName: (name) => (name === address ? [entry] : []) });
}

test('threads that do not start are given up sooner than a slow download', async () => {
  vi.useFakeTimers();
  const fetched = watchedFetches();
  const never = new Promise<never>(() => undefined);
  const device = { place: () => Promise.resolve({}), compile: () => never } as unknown as Device;
  let error: unknown = null;
  const ended = started(device, 'https://here.example/assets/ort.wasm').catch(
    (thrown: unknown) => (error = thrown),
  );
  fetched('https://here.example/assets/ort.mjs');
  await vi.advanceTimersByTimeAsync(2 * limits.threads);
  expect(error).toBeNull(); // still downloading
  fetched('https://here.example/assets/ort.wasm');
  await vi.advanceTimersByTimeAsync(limits.threads);
  await ended;
  expect(error).toMatchObject({ code: 'runtime/threads-silent', params: { seconds: '90' } });
  expect(vi.getTimerCount()).toBe(0);
});

test('other errors of a session stay as they are', async () => {
  const { InferenceSession } = await startable(failing('bad graph'), files);
  await expect(InferenceSession.create(new Uint8Array())).rejects.toThrow('bad graph');
});
