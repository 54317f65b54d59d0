import { beforeEach, describe, expect, test } from 'vitest';
import { restOf, shellOf } from './order';
import { Shelf, type Shipped, type Store } from './shelf';

const scope = new URL('https://here.example/some/folder/');
const files: Shipped[] = [
  { url: 'index.html', revision: 'a' },
  { url: 'assets/index-1.js', revision: null },
  { url: 'models/base/model.safetensors', revision: 'b' },
];

const named = (key: RequestInfo | URL): string => (key instanceof Request ? key.url : key.toString());

class MemoryStore implements Pick<Store, 'match' | 'put' | 'keys' | 'delete'> {
  readonly kept = new Map<string, Response>();
  match = (key: RequestInfo | URL) => Promise.resolve(this.kept.get(named(key))?.clone());
  put = async (key: RequestInfo | URL, response: Response): Promise<void> => {
    this.kept.set(named(key), new Response(await response.arrayBuffer(), { headers: response.headers }));
  };
  keys = () => Promise.resolve([...this.kept.keys()].map((url) => new Request(url)));
  delete = (key: RequestInfo | URL) => Promise.resolve(this.kept.delete(named(key)));
}

let store: MemoryStore;
let asked: string[];
let online: boolean;
const shelfOf = (all: readonly Shipped[]): Shelf =>
  new Shelf({
    files: all,
    scope,
    open: () => Promise.resolve(store),
    fetch({ url }) {
      asked.push(url);
      if (!online) return Promise.reject(new TypeError('offline'));
      const missing = url.includes('gone');
      return Promise.resolve(new Response(url, { status: missing ? 404 : 200, headers: { 'X-Own': 'yes' } }));
    },
  });
const get = (path: string, init?: RequestInit) => new Request(new URL(path, scope), init);

/** The response to a request, after its file has been cached. */
async function answered(shelf: Shelf, request: Request): Promise<Response> {
  const keeping: Promise<void>[] = [];
  const response = await shelf.answer(request, (one) => keeping.push(one));
  await Promise.all(keeping);
  return response;
}

describe('the shelf', () => {
  beforeEach(() => {
    store = new MemoryStore();
    asked = [];
    online = true;
  });

  test('answers only for files of the build, with any query string', () => {
    const shelf = shelfOf(files);
    expect(['', './?demo', 'index.html', 'assets/index-1.js'].map((path) => shelf.has(get(path)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(shelf.has(get('other.html'))).toBe(false);
    expect(shelf.has(new Request('https://there.example/some/folder/'))).toBe(false);
    expect(shelf.has(get('', { method: 'POST' }))).toBe(false);
    expect(shelf.has(get('index.html', { headers: { Range: 'bytes=0-1' } }))).toBe(false);
  });

  test('fetches a file once, then answers without a network and with the headers that allow threads', async () => {
    const shelf = shelfOf(files);
    const first = await answered(shelf, get('models/base/model.safetensors'));
    online = false;
    const second = await answered(shelf, get('models/base/model.safetensors'));
    expect(asked).toEqual([get('models/base/model.safetensors').url]);
    for (const response of [first, second]) {
      expect(response.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
      expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(response.headers.get('X-Own')).toBe('yes');
    }
    expect(await second.text()).toBe(get('models/base/model.safetensors').url);
  });

  test('does not cache a missing file', async () => {
    const shelf = shelfOf([{ url: 'gone.js', revision: null }]);
    expect((await answered(shelf, get('gone.js'))).status).toBe(404);
    await expect(shelf.keep({ url: 'gone.js', revision: null })).rejects.toThrow('404');
    expect(store.kept.size).toBe(0);
  });

  test('fetches a file once for simultaneous requests', async () => {
    const shelf = shelfOf(files);
    const [file] = files;
    if (file) await Promise.all([shelf.keep(file), shelf.keep(file)]);
    await answered(shelf, get(''));
    expect(asked).toHaveLength(1);
  });

  test('fails without both the network and the file', async () => {
    online = false;
    await expect(answered(shelfOf(files), get(''))).rejects.toThrow('offline');
  });

  test('a new build fetches changed files, and deletes old ones only when it takes over', async () => {
    for (const file of files) await shelfOf(files).keep(file);
    const changed = [{ url: 'index.html', revision: 'c' }, ...files.slice(1)];
    const next = shelfOf(changed);
    asked = [];
    for (const file of changed) await next.keep(file);
    expect(asked).toEqual([get('index.html').url]);
    expect(store.kept.size).toBe(4);
    await next.tidy();
    expect(store.kept.size).toBe(3);
    online = false;
    await expect(answered(shelfOf(files), get(''))).rejects.toThrow('offline');
    expect((await answered(next, get(''))).status).toBe(200);
  });
});

test('the shell comes first, then the data set and what runs everywhere', () => {
  const shipped = (url: string): Shipped => ({ url, revision: null });
  const all = [
    'assets/ort-wasm-simd-threaded.asyncify-1.wasm',
    'models/gold/model.safetensors',
    'models/base/config.json',
    'assets/ort-wasm-simd-threaded-1.wasm',
    'index.html',
    'models.json',
    'worlds/w/forget.json',
    'assets/ort-wasm-simd-threaded-1.mjs',
    'recorded/run.json',
  ].map(shipped);
  expect(shellOf(all).map(({ url }) => url)).toEqual([
    'index.html',
    'models.json',
    'assets/ort-wasm-simd-threaded-1.mjs',
    'recorded/run.json',
  ]);
  expect(restOf(all).map(({ url }) => url)).toEqual([
    'worlds/w/forget.json',
    'models/base/config.json',
    'assets/ort-wasm-simd-threaded-1.wasm',
    'models/gold/model.safetensors',
    'assets/ort-wasm-simd-threaded.asyncify-1.wasm',
  ]);
});
