import { afterEach, expect, test, vi } from 'vitest';
import { limits } from '../base/limits';
import { readJson, urlSource } from './source';

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
