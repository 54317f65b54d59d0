import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Shipped } from './intact';
import { limits } from '../../src/base/limits';
import { Shelf } from './shelf';
import type { Store } from './store';

const integrityOf = (content: string): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

const scope = new URL('https://here.example/some/folder/');
const html = '<!doctype html><script type="module" src="./assets/index-1.js"></script></html>\n';
const contents: Readonly<Record<string, string>> = {
  'index.html': html,
  'assets/index-1.js': 'start()',
  'models/base/model.safetensors': 'weights',
};
const revisions: Readonly<Record<string, string>> = {
  'index.html': 'a',
  'models/base/model.safetensors': 'b',
};
const files: Shipped[] = Object.entries(contents).map(([url, content]) => ({
  url,
  revision: revisions[url] ?? null,
  integrity: integrityOf(content),
}));
const model: Shipped = {
  url: 'models/base/model.safetensors',
  revision: 'b',
  integrity: integrityOf('weights'),
};

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

/** An answer of the network: the file if null. */
type Fault = () => Promise<Response>;

let store: MemoryStore;
let asked: { url: string; cache: string; mode: string }[];
/** Answers of the network before the right ones. */
let faults: Fault[];
let online: boolean;
const shelfOf = (all: readonly Shipped[], open = (): Promise<Store> => Promise.resolve(store)): Shelf =>
  new Shelf({
    files: all,
    scope,
    open,
    fetch({ url, cache, mode }) {
      asked.push({ url, cache, mode });
      if (!online) return Promise.reject(new TypeError('offline'));
      const path = url.slice(scope.href.length);
      return (
        faults.shift()?.() ?? Promise.resolve(new Response(contents[path], { headers: { 'X-Own': 'yes' } }))
      );
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

const whole =
  (body: string, status = 200): Fault =>
  () =>
    Promise.resolve(new Response(body, { status }));
const breaksOff: Fault = () =>
  Promise.resolve(
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('wei'));
          controller.error(new TypeError('network error'));
        },
      }),
    ),
  );
const kinds: Readonly<Record<string, Fault>> = {
  'a missing file': whole('not found', 404),
  'a failing host': whole('sorry', 500),
  'a sign-in page': whole('<!doctype html><p>Sign in</p></html>'),
  'a body cut without a length': whole('weigh'),
  'a body that breaks off': breaksOff,
  'the file of a newer release': whole('weights, newer'),
  'a dropped connection': () => Promise.reject(new TypeError('network error')),
};

beforeEach(() => {
  store = new MemoryStore();
  asked = [];
  faults = [];
  online = true;
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the shelf', () => {
  test('answers only for files of the build and in its folders, with any query string', () => {
    const shelf = shelfOf(files);
    const has = (path: string): boolean => shelf.has(get(path));
    expect(['', './?demo', 'index.html', 'assets/index-1.js', 'assets/index-0.js'].map(has)).not.toContain(
      false,
    );
    expect(has('other.html')).toBe(false);
    expect(shelf.has(new Request('https://there.example/some/folder/'))).toBe(false);
    expect(shelf.has(get('', { method: 'POST' }))).toBe(false);
    expect(shelf.has(get('index.html', { headers: { Range: 'bytes=0-1' } }))).toBe(false);
  });

  test('whatever is asked of it, fetches from its own folder alone, and follows no redirect to another host', async () => {
    const shelf = shelfOf(files);
    const own = ['', 'assets/index-1.js', 'assets/none.js', 'assets/x.js?https://there.example/', model.url];
    const foreign = [
      ...['https://there.example/some/folder/assets/index-1.js', '//there.example/some/folder/index.html'],
      ...['http://here.example/some/folder/index.html', 'https://here.example:8443/some/folder/index.html'],
      ...['/', '/some/', '/some/folder2/assets/index-1.js', '/some/other/index.html', '../other/assets/a.js'],
      ...[
        'assets/../../other/index.html',
        'assets/%2e%2e/%2e%2e/other/a.js',
        'https://here.example.there.example/',
      ],
      ...['data:text/plain,a', 'blob:https://here.example/a'],
    ];
    for (const path of [...own, ...foreign]) if (shelf.has(get(path))) await answered(shelf, get(path));
    expect(foreign.filter((path) => shelf.has(get(path)))).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(own.length);
    expect(asked.filter(({ url, mode }) => !url.startsWith(scope.href) || mode !== 'same-origin')).toEqual(
      [],
    );
  });

  test('fetches a file once, then answers without a network and with the headers that allow threads', async () => {
    const shelf = shelfOf(files);
    const first = await answered(shelf, get(model.url));
    online = false;
    const second = await answered(shelf, get(model.url));
    expect(asked).toEqual([{ url: get(model.url).url, cache: 'no-cache', mode: 'same-origin' }]);
    for (const response of [first, second]) {
      expect(response.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
      expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(response.headers.get('X-Own')).toBe('yes');
    }
    expect(await second.text()).toBe('weights');
  });

  test.each(Object.entries(kinds))(
    '%s is fetched again past every cache, and never cached',
    async (_, fault) => {
      faults = [fault];
      expect(await (await answered(shelfOf(files), get(model.url))).text()).toBe('weights');
      expect(asked.map(({ cache }) => cache)).toEqual(['no-cache', 'reload']);
      expect(await store.kept.values().next().value?.clone().text()).toBe('weights');

      store.kept.clear();
      faults = [fault, fault];
      await expect(shelfOf(files).keep(model)).rejects.toThrow(TypeError);
      faults = [fault, fault];
      await answered(shelfOf(files), get(model.url)).catch(() => null);
      expect(store.kept.size).toBe(0);
      expect(await (await answered(shelfOf(files), get(model.url))).text()).toBe('weights');
    },
  );

  test('a page counts as ours if it is whole and starts our script, whatever a host adds', async () => {
    const page = files.filter(({ url }) => url === 'index.html');
    const kept = async (body: string): Promise<boolean> => {
      store.kept.clear();
      faults = [whole(body), whole(body)];
      await Promise.all(page.map((file) => shelfOf(files).keep(file))).catch(() => null);
      return store.kept.size === 1;
    };
    expect(await kept(html.replace('</html>', '<p>A banner</p></html>'))).toBe(true);
    expect(await kept('<!doctype html><script src="/login.js"></script></html>')).toBe(false);
    expect(await kept(html.replace('index-1', 'index-2'))).toBe(false);
    expect(await kept(html.slice(0, -10))).toBe(false);
  });

  test('a request past caches fetches a kept file again, and drops it if it is damaged', async () => {
    const shelf = shelfOf(files);
    const key = `${get(model.url).url}?revision=b`;
    await store.put(key, new Response('damaged'));
    faults = [whole('sorry', 500), whole('sorry', 500)];
    expect((await answered(shelf, get(model.url, { cache: 'reload' }))).status).toBe(500);
    expect(store.kept.size).toBe(0);
    await store.put(key, new Response('damaged'));
    expect(await (await answered(shelf, get(model.url, { cache: 'reload' }))).text()).toBe('weights');
    expect(await store.kept.get(key)?.clone().text()).toBe('weights');
  });

  test('without a network, a file that the build does not have is missing', async () => {
    online = false;
    expect((await answered(shelfOf(files), get('models/base/generation_config.json'))).status).toBe(404);
  });

  test('fetches a file once for simultaneous requests', async () => {
    const shelf = shelfOf(files);
    await Promise.all([shelf.keep(model), shelf.keep(model)]);
    await answered(shelf, get(model.url));
    expect(asked).toHaveLength(1);
  });

  test('fails without both the network and the file', async () => {
    online = false;
    await expect(answered(shelfOf(files), get(''))).rejects.toThrow('offline');
  });

  test('a new build fetches changed files; old scripts answer until they are deleted', async () => {
    for (const file of files) await shelfOf(files).keep(file);
    const changed: Shipped[] = files.map((file) =>
      file.url.startsWith('assets/')
        ? { url: 'assets/index-2.js', revision: null, integrity: integrityOf('start(2)') }
        : file,
    );
    const next = shelfOf(changed);
    asked = [];
    faults = [whole('start(2)')];
    for (const file of changed) await next.keep(file);
    expect(asked.map(({ url }) => url)).toEqual([get('assets/index-2.js').url]);
    online = false;
    expect(await (await answered(next, get('assets/index-1.js'))).text()).toBe('start()');
    await next.tidy();
    expect(store.kept.size).toBe(3);
    expect((await answered(next, get('assets/index-1.js'))).status).toBe(404);
    expect(await (await answered(next, get('assets/index-2.js'))).text()).toBe('start(2)');
  });
});

const damaged = (): Promise<never> => Promise.reject(new DOMException('damaged', 'UnknownError'));

test.each([
  ['cannot be opened', damaged],
  ['fails at everything', () => Promise.resolve({ match: damaged, put: damaged, keys: damaged, delete: damaged })], // prettier-ignore
])('with a cache that %s, the page gets its files from the network', async (_, open) => {
  const shelf = shelfOf(files, open);
  for (const path of ['index.html', 'assets/index-1.js', 'models/base/model.safetensors']) {
    const response = await answered(shelf, get(path));
    expect(await response.text()).toBe(contents[path]);
  }
  await expect(shelf.keep(model)).rejects.toThrow('damaged');
});

const silent = (): Promise<never> => new Promise(() => undefined);

test.each([
  ['never opens', silent],
  ['answers nothing', () => Promise.resolve({ match: silent, put: silent, keys: silent, delete: silent })],
])('a cache that %s is waited for no longer than its limit', async (_, open) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const shelf = shelfOf(files, open);
  const kept = shelf.keep(model).catch((error: unknown) => error);
  const response = answered(shelf, get(model.url));
  const over = new AbortController();
  void Promise.allSettled([kept, response]).then(() => over.abort());
  while (!over.signal.aborted) {
    await vi.advanceTimersByTimeAsync(limits.storage);
    await new Promise((resolve) => setImmediate(resolve)); // hashing is done by another thread
  }
  expect(await (await response).text()).toBe('weights');
  expect(await kept).toMatchObject({ name: 'TimeoutError' });
});
