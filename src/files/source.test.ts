import { afterEach, expect, test, vi } from 'vitest';
import { limits } from '../base/limits';
import { openAs, openFile, readJson, urlSource } from './source';
import { fail } from './errors';

/** The network answers in this order; then with the file. */
function network(...answers: readonly (() => Promise<Response>)[]): { caches: unknown[] } {
  const caches: unknown[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', (_: URL, { cache }: RequestInit) => {
    caches.push(cache);
    return left.shift()?.() ?? Promise.resolve(new Response('{"a":1}'));
  });
  return { caches };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const source = urlSource('https://here.example/some/folder/');
const answer =
  (body: string, status = 200) =>
  (): Promise<Response> =>
    Promise.resolve(new Response(body, { status }));
const dropped = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

test.each([
  ['a missing file', answer('no', 404)],
  ['a failing host', answer('no', 500)],
  ['a sign-in page', answer('<!doctype html><p>Sign in')],
  ['a body cut off', answer('{"a":')],
  ['a dropped connection', dropped],
])('%s is asked for again, past every cache', async (_, fault) => {
  const { caches } = network(fault);
  expect(await readJson(source, 'a.json')).toEqual({ a: 1 });
  expect(caches).toEqual(['no-cache', 'reload']);
});

test('a file that stays away is named, with what the network says', async () => {
  network(dropped, answer('no', 404), answer('no', 404));
  await expect(readJson(source, 'a.json')).rejects.toMatchObject({
    code: 'file/missing',
    params: { path: 'a.json', status: 'HTTP 404' },
  });
});

test('a file that stays invalid is refused', async () => {
  network(answer('{'), answer('{'));
  await expect(readJson(source, 'a.json')).rejects.toMatchObject({ code: 'file/invalid' });
});

test('a fetch that stalls, before or within the body, is given up and repeated; a slow one is not', async () => {
  vi.useFakeTimers();
  const bytes = new TextEncoder().encode('{"a":1}');
  const body = (pause: number) =>
    new ReadableStream<Uint8Array>({
      async start(controller) {
        for (const byte of bytes) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          controller.enqueue(Uint8Array.of(byte));
        }
        controller.close();
      },
    });
  const slow = (pause: number) => () => Promise.resolve(new Response(body(pause)));
  const silent = (): Promise<Response> => new Promise(() => undefined);
  const { caches } = network(silent, slow(limits.transfer + 1), slow(limits.transfer - 1));
  const read = readJson(source, 'a.json');
  await vi.advanceTimersByTimeAsync(20 * limits.transfer);
  expect(await read).toEqual({ a: 1 });
  expect(caches).toEqual(['no-cache', 'reload', 'reload']);
  vi.useRealTimers();
});

test('a fetched file is read by parts', async () => {
  const { caches } = network(answer('0123456789'));
  const file = await openFile(source, 'a.bin');
  expect(file.size).toBe(10);
  expect(new TextDecoder().decode(await file.read(3, 6))).toBe('345');
  expect(caches).toEqual(['no-cache']);
});

test('one of several pieces, too', async () => {
  const piece = new Uint8Array(2 ** 24).fill(1);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of [piece, Uint8Array.of(2, 3), piece, Uint8Array.of(4)]) controller.enqueue(chunk);
      controller.close();
    },
  });
  network(() => Promise.resolve(new Response(body)));
  const file = await openFile(source, 'a.bin');
  expect(file.size).toBe(2 ** 25 + 3);
  expect([...(await file.read(2 ** 24 - 1, 2 ** 24 + 3))]).toEqual([1, 2, 3, 1]);
  expect([...(await file.read(file.size - 2, file.size))]).toEqual([1, 4]);
});

test('a damaged file is fetched again before it is refused, one that cannot be used is not', async () => {
  const first = async (): Promise<string> =>
    openAs(source, 'a.json', async (file) => {
      const text = new TextDecoder().decode(await file.read(0, 1));
      return text === '{' ? text : fail('file/invalid', { path: 'a.json', expected: '{', got: text });
    });
  expect(network(answer('<!doctype')).caches).toHaveLength(0);
  expect(await first()).toBe('{');
  const { caches } = network();
  const useless = openAs(source, 'a.json', () => Promise.reject(new Error('useless')));
  await expect(useless).rejects.toThrow('useless');
  expect(caches).toEqual(['no-cache']);
});
