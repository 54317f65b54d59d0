import { afterEach, beforeEach, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { memoryKeyValue } from '../store/key-value';
import type { PartialFolder } from '../store/partial-folder';
import { PieceFolder } from '../store/piece-folder';
import { downloadFiles, missingOf, type DownloadEvent } from './download';
import { LocalHub, sha256Of, type Asking, type Fault } from './local-hub';
import { listRepository, type Repository } from './repository';

const random = prng(19);
const large = Uint8Array.from({ length: 300_000 }, () => random.below(256));
const small = new TextEncoder().encode('{"model_type":"llama"}');
const files = { 'model.safetensors': large, 'config.json': small, 'empty.txt': new Uint8Array() };
const LARGE = 'model.safetensors';

let hub: LocalHub;
let repository: Repository;
let folder: PieceFolder;
let waited: number[];
const signal = () => new AbortController().signal;

beforeEach(async () => {
  hub = new LocalHub({ 'me/tiny': { files } });
  repository = await listRepository({ repo: 'me/tiny', revision: 'main' }, await hub.start(), signal());
  folder = new PieceFolder(memoryKeyValue(), null, 'tiny');
  waited = [];
});
afterEach(() => hub.stop());

const start = (into: PartialFolder = folder, stop = signal()) =>
  downloadFiles(repository, repository.files, into, {
    signal: stop,
    wait: (milliseconds) => {
      waited.push(milliseconds / 1000);
      return Promise.resolve();
    },
  });

async function drained(events: AsyncGenerator<DownloadEvent>): Promise<DownloadEvent[]> {
  const seen: DownloadEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

const kept = async (name = LARGE): Promise<Uint8Array | null> => {
  const blob = await folder.file(name);
  return blob && new Uint8Array(await blob.arrayBuffer());
};

/** Compared by `toEqual`, so many bytes would take a second. */
const isWhole = async (): Promise<boolean> =>
  sha256Of((await kept()) ?? new Uint8Array()) === sha256Of(large);

/** The nth answer for the large file fails so. */
const faults = (...of: readonly (Fault | null)[]): void => {
  let n = 0;
  hub.fault = ({ path }: Asking) => (path.endsWith(LARGE) ? (of[n++] ?? null) : null);
};
const askedFor = () => hub.asked.filter(({ path }) => path.endsWith(LARGE)).map(({ from }) => from);
const failing = async (code: string, params: object = {}): Promise<void> => {
  await expect(drained(start())).rejects.toMatchObject({ code, params });
};

test('every file comes whole, small ones first, counted as one, and not a second time', async () => {
  const events = await drained(start());
  expect(events.at(-1)).toMatchObject({ kind: 'bytes', bytes: 300_022, of: 300_022, file: LARGE });
  expect(await isWhole()).toBe(true);
  expect(await kept('config.json')).toEqual(small);
  expect(await kept('empty.txt')).toEqual(new Uint8Array());
  const paths = hub.asked.map(({ path }) => path.split('/').at(-1));
  expect(paths.slice(1)).toEqual(['config.json', LARGE]);
  await drained(start());
  expect(hub.asked).toHaveLength(3);
});

test('cut at ten random places, it goes on from each and has the same bytes', async () => {
  const places = Array.from({ length: 10 }, () => 1 + random.below(25_000));
  faults(...places.map((cutAfter) => ({ cutAfter })));
  const events = await drained(start());
  expect(await isWhole()).toBe(true);
  expect(events.filter(({ kind }) => kind === 'waiting')).toHaveLength(10);
  expect(waited).toEqual(Array.from({ length: 10 }, () => 1));
  const from = askedFor();
  expect(from).toHaveLength(11);
  // Every request goes on behind bytes that came, and none comes twice.
  expect(from[0]).toBeNull();
  for (let i = 1; i < from.length; i++) expect(from[i]).toBe((from[i - 1] ?? 0) + (places[i - 1] ?? 0));
});

test('stopped by the user at any moment, the part is kept, and another visit goes on', async () => {
  faults({ cutAfter: 100_000 });
  const controller = new AbortController();
  const events = start(folder, controller.signal);
  await expect(
    (async () => {
      for await (const { kind } of events) if (kind === 'waiting') controller.abort(new Error('stopped'));
    })(),
  ).rejects.toThrow('stopped');
  expect(await folder.kept(LARGE)).toMatchObject({ bytes: 100_000, isWhole: false });
  expect(await missingOf(repository.files, folder)).toBe(200_000);
  expect(await kept()).toBeNull();
  await drained(start());
  expect(askedFor()).toEqual([null, 100_000]);
  expect(await isWhole()).toBe(true);
});

test('a wrong hash is never used: the file is removed, and said', async () => {
  const wrong = Uint8Array.from(large);
  wrong[123_456] = 1 + (wrong[123_456] ?? 0);
  faults({ body: wrong });
  await failing('hub/hash', { file: LARGE });
  expect(await folder.kept(LARGE)).toEqual({ bytes: 0, tag: null, isWhole: false });
  await drained(start());
  expect(await isWhole()).toBe(true);
});

test('a wrong hash of a small file is found likewise', async () => {
  hub.fault = ({ path }) => (path.endsWith('config.json') ? { body: small.map((byte) => byte ^ 1) } : null);
  await failing('hub/hash', { file: 'config.json' });
  expect(await kept('config.json')).toBeNull();
});

test('bytes that were kept and have changed since are found by the hash', async () => {
  await folder.append(LARGE, new Uint8Array(1000), null);
  await failing('hub/hash', { file: LARGE });
  expect((await folder.kept(LARGE)).bytes).toBe(0);
});

test('a file of which the beginning is deleted while it comes is not finished', async () => {
  faults({ cutAfter: 100_000 });
  const deleting = async (): Promise<void> => {
    for await (const { kind } of start()) if (kind === 'waiting') await folder.remove(LARGE);
  };
  await expect(deleting()).rejects.toMatchObject({ code: 'hub/length', params: { got: '200000' } });
  expect((await folder.kept(LARGE)).bytes).toBe(0);
});

test('a host that gives no parts sends the whole file, which begins anew', async () => {
  faults({ cutAfter: 200_000 }, { ignoresRange: true });
  await drained(start());
  expect(askedFor()).toEqual([null, 200_000]);
  expect(await isWhole()).toBe(true);
});

test('a file that is another one by its ETag begins anew', async () => {
  faults({ cutAfter: 200_000 }, { headers: { etag: '"other"' } }, { headers: { etag: '"other"' } });
  await drained(start());
  expect(askedFor()).toEqual([null, 200_000, null]);
  expect(await isWhole()).toBe(true);
});

test('a part that the host has no rest of begins anew', async () => {
  faults({ cutAfter: 200_000 }, { status: 416 });
  await drained(start());
  expect(askedFor()).toEqual([null, 200_000, null]);
  expect(await isWhole()).toBe(true);
});

test('a host that has another file at each request is given up', async () => {
  const cut = { cutAfter: 1000 };
  faults(cut, { status: 416 }, cut, { status: 416 }, cut, { status: 416 });
  await failing('hub/answer');
});

test('a file that ends early, and one that is too long, are never whole', async () => {
  hub.fault = ({ path }) => (path.endsWith(LARGE) ? { body: large.subarray(0, 250_000) } : null);
  await failing('hub/answer');
  expect(await kept()).toBeNull();
  hub.fault = ({ path }) => (path.endsWith(LARGE) ? { body: new Uint8Array(300_001) } : null);
  await failing('hub/length', { file: LARGE, expected: '300000' });
  expect((await folder.kept(LARGE)).bytes).toBe(0);
});

test('an answer that ends as if that were all goes on', async () => {
  faults({ endAfter: 70_000 });
  await drained(start());
  expect(askedFor()).toEqual([null, 70_000]);
});

test('a host that is busy is asked again after the time that it names', async () => {
  faults(
    { status: 429, headers: { 'retry-after': '7' } },
    { status: 429, headers: { ratelimit: '"api";r=0;t=9' } },
  );
  const events = await drained(start());
  expect(waited).toEqual([7, 9]);
  expect(events.find(({ kind }) => kind === 'waiting')).toMatchObject({ seconds: 7, file: LARGE });
  expect(await isWhole()).toBe(true);
});

test('a host that asks for a long wait is left to the user, with the time', async () => {
  faults({ status: 429, headers: { 'retry-after': '3600' } });
  await failing('hub/busy', { seconds: '3600' });
});

test('a host that fails again and again is given up after four more requests', async () => {
  hub.fault = ({ path }) => (path.endsWith(LARGE) ? { status: 503 } : null);
  await failing('hub/failed', { status: '503' });
  expect(waited).toEqual([2, 4, 8, 16]);
});

test.each([
  [401, 'RepoNotFound', 'hub/not-found'],
  [401, 'GatedRepo', 'hub/closed'],
  [403, undefined, 'hub/closed'],
  [404, 'EntryNotFound', 'hub/not-found'],
  [400, undefined, 'hub/failed'],
])('HTTP %i with %s is not asked again: %s', async (status, error, code) => {
  faults({ status, ...(error !== undefined && { headers: { 'x-error-code': error } }) });
  await failing(code);
  expect(waited).toEqual([]);
});

test('what the browser cannot keep ends it with what to do', async () => {
  const full: PartialFolder = {
    kept: (name) => folder.kept(name),
    pieces: (name) => folder.pieces(name),
    append: () => Promise.reject(new DOMException('disk full', 'QuotaExceededError')),
    finish: (name) => folder.finish(name),
    remove: (name) => folder.remove(name),
  };
  await expect(drained(start(full))).rejects.toMatchObject({
    code: 'model/not-kept',
    params: { reason: 'disk full' },
  });
});
