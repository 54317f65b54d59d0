/**
 * The build's files cached in the browser, so that the page works without a network. A file is looked up by its
 * revision: a cached file never changes, and builds do not share files that differ.
 */

/** A file of the build, as the build lists it. */
export interface Shipped {
  /** relative to the page */
  readonly url: string;
  /** of its content; null if the name already identifies the content */
  readonly revision: string | null;
}

/** The part of the Cache API that is used. */
export type Store = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>;

export interface ShelfInput {
  readonly files: readonly Shipped[];
  /** the page's folder */
  readonly scope: URL;
  readonly open: () => Promise<Store>;
  readonly fetch: (request: Request) => Promise<Response>;
}

export class Shelf {
  readonly #keys: ReadonlyMap<string, string>;
  /** files being fetched: the page and the shelf may need the same one at once */
  readonly #coming = new Map<string, Promise<void>>();

  constructor(private readonly input: ShelfInput) {
    this.#keys = new Map(
      input.files.map((file) => [pageUrl(file.url, input.scope).href, keyOf(file, input)]),
    );
  }

  /** Whether a request is for a file of the build. */
  has(request: Request): boolean {
    return request.method === 'GET' && !request.headers.has('range') && this.#key(request.url) !== null;
  }

  /**
   * The cached file, or else the one from the network, which is then cached; `extend` keeps the worker alive meanwhile.
   * @throws TypeError if neither is available
   */
  async answer(request: Request, extend: (keeping: Promise<void>) => void): Promise<Response> {
    const key = this.#key(request.url);
    if (key === null) return this.input.fetch(request);
    // A fetch already in progress may fail; then this request tries again.
    await this.#coming.get(key)?.catch(() => undefined);
    const kept = await (await this.input.open()).match(key);
    if (kept) return isolated(kept);
    const response = await this.#fetch(key);
    if (response.ok) extend(this.#put(key, response.clone()).catch(() => undefined)); // a full disk is no error here
    return isolated(response);
  }

  /** Caches a file, unless it is cached already. @throws TypeError if it cannot be fetched */
  async keep({ url }: Shipped): Promise<void> {
    const key = this.#key(pageUrl(url, this.input.scope).href);
    if (key === null || (await (await this.input.open()).match(key))) return;
    const coming = this.#coming.get(key) ?? this.#fetchAndPut(key).finally(() => this.#coming.delete(key));
    this.#coming.set(key, coming);
    await coming;
  }

  /** Deletes the files of other builds. */
  async tidy(): Promise<void> {
    const store = await this.input.open();
    const wanted = new Set(this.#keys.values());
    for (const { url } of await store.keys()) if (!wanted.has(url)) await store.delete(url);
  }

  #key(url: string): string | null {
    const { origin, pathname } = new URL(url);
    return this.#keys.get(origin + (pathname.endsWith('/') ? `${pathname}index.html` : pathname)) ?? null;
  }

  async #fetchAndPut(key: string): Promise<void> {
    const response = await this.#fetch(key);
    if (!response.ok) throw new TypeError(`${key}: HTTP ${response.status}`);
    await this.#put(key, response);
  }

  #fetch(key: string): Promise<Response> {
    // A revision belongs to this build, so an older copy in the HTTP cache must not be used.
    return this.input.fetch(new Request(withoutRevision(key), { cache: 'no-cache' }));
  }

  async #put(key: string, response: Response): Promise<void> {
    await (await this.input.open()).put(key, response);
  }
}

const REVISION = 'revision';

function pageUrl(url: string, scope: URL): URL {
  return new URL(url, scope);
}

function keyOf({ url, revision }: Shipped, { scope }: ShelfInput): string {
  const key = pageUrl(url, scope);
  if (revision !== null) key.searchParams.set(REVISION, revision);
  return key.href;
}

function withoutRevision(key: string): string {
  const url = new URL(key);
  url.searchParams.delete(REVISION);
  return url.href;
}

/** Adds the headers that allow WASM threads, for hosts that do not send them. */
function isolated(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
