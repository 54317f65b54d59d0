/**
 * The build's files cached in the browser, so that the page works without a network. A file is looked up by its
 * revision: a cached file never changes, and builds do not share files that differ. Only what has the hash that the
 * build lists is cached.
 */
import { isIntact, type Shipped } from './intact';
import { openPrompt, type Store } from './store';

export interface ShelfInput {
  readonly files: readonly Shipped[];
  /** the page's folder */
  readonly scope: URL;
  readonly open: () => Promise<Store>;
  readonly fetch: (request: Request) => Promise<Response>;
}

interface Fetched {
  readonly response: Response;
  readonly isIntact: boolean;
}

export class Shelf {
  /** by address, without a query */
  readonly #files: ReadonlyMap<string, Shipped>;
  readonly #urls: ReadonlySet<string>;
  /** the folders below the page's own */
  readonly #folders: ReadonlySet<string>;
  /** files being fetched: the page and the shelf may need the same one at once */
  readonly #coming = new Map<string, Promise<void>>();

  constructor(private readonly input: ShelfInput) {
    this.#files = new Map(input.files.map((file) => [new URL(file.url, input.scope).href, file]));
    this.#urls = new Set(input.files.map(({ url }) => url));
    const folders = [...this.#files.keys()].map((address) => new URL('.', address).href);
    this.#folders = new Set(folders.filter((folder) => folder !== input.scope.href));
  }

  #open(): Promise<Store> {
    return openPrompt(this.input.open);
  }

  /** Whether a request is for a file of the build, or for another in one of its folders. */
  has({ method, headers, url }: Request): boolean {
    if (method !== 'GET' || headers.has('range') || !url.startsWith(this.input.scope.href)) return false;
    return this.#file(url) !== undefined || this.#folders.has(new URL('.', url).href);
  }

  /**
   * The cached file, or else the one from the network, which is then cached. A request past caches (`reload`) fetches
   * the file again. `extend` keeps the worker alive meanwhile.
   * @throws TypeError if neither is available
   */
  async answer(request: Request, extend: (keeping: Promise<void>) => void): Promise<Response> {
    const file = this.#file(request.url);
    const store = await this.#open().catch(() => broken); // then everything comes from the network
    if (!file) return isolated((await found(store, request.url)) ?? (await this.#unlisted(request)));
    const key = this.#key(file);
    // A fetch already in progress may fail; then this request tries again.
    await this.#coming.get(key)?.catch(() => undefined);
    const kept = await found(store, key);
    if (kept && request.cache !== 'reload') return isolated(kept);
    if (kept && !(await isIntact(file, kept, this.#urls))) await store.delete(key).catch(() => false);
    const fetched = await this.#fetch(file);
    if (fetched.isIntact) extend(store.put(key, fetched.response.clone()).catch(() => undefined)); // a full disk is no error here
    return isolated(fetched.response);
  }

  /** Caches a file, unless it is cached already. @throws TypeError if it cannot be fetched, or another one comes */
  async keep(file: Shipped): Promise<void> {
    const key = this.#key(file);
    if (await (await this.#open()).match(key)) return;
    const coming = this.#coming.get(key) ?? this.#fetchAndPut(file).finally(() => this.#coming.delete(key));
    this.#coming.set(key, coming);
    await coming;
  }

  /** Deletes the files of other builds. */
  async tidy(): Promise<void> {
    const store = await this.#open();
    const wanted = new Set([...this.#files.values()].map((file) => this.#key(file)));
    for (const { url } of await store.keys()) if (!wanted.has(url)) await store.delete(url);
  }

  /**
   * A file that the build does not list: of an earlier build, for a tab that still runs it, or an optional one. Without
   * a network there is none.
   */
  #unlisted(request: Request): Promise<Response> {
    return this.input
      .fetch(own(request))
      .catch(() => new Response('', { status: 404, statusText: 'Not Found' }));
  }

  #file(url: string): Shipped | undefined {
    const { origin, pathname } = new URL(url);
    return this.#files.get(origin + (pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  }

  #key({ url, revision }: Shipped): string {
    const key = new URL(url, this.input.scope);
    if (revision !== null) key.searchParams.set('revision', revision);
    return key.href;
  }

  async #fetchAndPut(file: Shipped): Promise<void> {
    const fetched = await this.#fetch(file);
    if (!fetched.isIntact) throw new TypeError(`${file.url}: expected the file of this version, got another`);
    await (await this.#open()).put(this.#key(file), fetched.response);
  }

  /**
   * From the network: first with the HTTP cache asked whether its copy is current, then past every cache on the way.
   * The response may be another file than the build's.
   */
  async #fetch(file: Shipped): Promise<Fetched> {
    const attempt = async (cache: RequestCache): Promise<Fetched> => {
      const response = await this.input.fetch(own(new URL(file.url, this.input.scope), { cache }));
      return { response, isIntact: await isIntact(file, response, this.#urls) };
    };
    const first = await attempt('no-cache').catch(() => null);
    return first?.isIntact === true ? first : attempt('reload');
  }
}

/** In place of a cache that the browser cannot open, as after damage to its own files. */
const broken: Store = {
  match: () => Promise.resolve(undefined),
  put: () => Promise.reject(new DOMException('no cache', 'UnknownError')),
  keys: () => Promise.resolve([]),
  delete: () => Promise.resolve(false),
};

const found = (store: Store, key: string): Promise<Response | undefined> =>
  store.match(key).catch(() => undefined);

/**
 * A request that fails where its host redirects to another one. The page's policy does not hold in a service worker, and
 * would not let the page follow either.
 */
const own = (request: URL | Request, init: RequestInit = {}): Request =>
  new Request(request, { ...init, mode: 'same-origin' });

/** Adds the headers that allow WASM threads, for hosts that do not send them. */
function isolated(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
