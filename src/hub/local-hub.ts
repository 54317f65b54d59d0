/** A host on this machine that answers as the Hub does, for tests: with every fault that a network or a host may have. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one answer. */
export interface Fault {
  /** in place of the file or list */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** bytes of the answer after which the connection breaks off */
  readonly cutAfter?: number;
  /** bytes after which the answer ends as if that were all */
  readonly endAfter?: number;
  /** The whole file is sent for a part of it. */
  readonly ignoresRange?: boolean;
  /** in place of what the repository has */
  readonly body?: Uint8Array;
}

export interface Asking {
  readonly path: string;
  /** first byte that was asked for; null: all */
  readonly from: number | null;
}

interface LocalRepository {
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** @default main */
  readonly revision?: string;
}

/** From this size on, files are in Git LFS. */
const LARGE = 1000;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const gitBlobOf = (bytes: Uint8Array): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

const commitOf = (repo: string): string => createHash('sha1').update(repo).digest('hex');

/** The answer of `/api/models/…/revision/…?blobs=true`. */
export function listingOf(repo: string, files: LocalRepository['files']): object {
  const siblings = Object.entries(files).map(([rfilename, bytes]) => ({
    rfilename,
    size: bytes.length,
    blobId: gitBlobOf(bytes),
    ...(bytes.length >= LARGE && { lfs: { sha256: sha256Of(bytes), size: bytes.length, pointerSize: 134 } }),
  }));
  return { id: repo, modelId: repo, sha: commitOf(repo), private: false, gated: false, siblings };
}

export class LocalHub {
  readonly asked: Asking[] = [];
  /** What goes wrong with an answer; null: nothing. */
  fault: (asking: Asking) => Fault | null = () => null;
  readonly #server: Server;

  constructor(private readonly repositories: Readonly<Record<string, LocalRepository>>) {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Its address, without a slash at the end. */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await new Promise((resolve) => this.#server.once('listening', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer({ url = '', method, headers }: IncomingMessage, response: ServerResponse): void {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, X-Error-Code, Content-Range, Retry-After');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    const [, first] = /^bytes=(\d+)-/.exec(headers.range ?? '') ?? [];
    const [, last] = /-(\d+)$/.exec(headers.range ?? '') ?? [];
    const asking = { path: decodeURIComponent(url), from: first === undefined ? null : Number(first) };
    this.asked.push(asking);
    const fault = this.fault(asking) ?? {};
    for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
    if (fault.status !== undefined) return void response.writeHead(fault.status).end();
    const found = this.#found(asking.path);
    if (typeof found === 'string') return void response.writeHead(404, { 'X-Error-Code': found }).end();
    const bytes = fault.body ?? found;
    if (!response.hasHeader('etag')) response.setHeader('ETag', `"${sha256Of(bytes).slice(0, 16)}"`);
    this.#send(response, bytes, fault, fault.ignoresRange === true ? null : asking.from, last);
  }

  #send(response: ServerResponse, all: Uint8Array, fault: Fault, from: number | null, last?: string): void {
    if (from !== null && from >= all.length) return void response.writeHead(416).end();
    const end = last === undefined ? all.length : Math.min(all.length, Number(last) + 1);
    const bytes = from === null ? all : all.subarray(from, end);
    if (from !== null) {
      response.statusCode = 206;
      response.setHeader('Content-Range', `bytes ${from}-${end - 1}/${all.length}`);
    }
    const most = fault.cutAfter ?? fault.endAfter;
    if (most === undefined || most >= bytes.length) return void response.end(bytes);
    if (fault.endAfter !== undefined) return void response.end(bytes.subarray(0, most));
    response.setHeader('Content-Length', bytes.length);
    response.flushHeaders();
    response.write(bytes.subarray(0, most), () => setTimeout(() => response.destroy(), 20));
  }

  /** The bytes of a file or list, or the code of the Hub’s error. */
  #found(path: string): Uint8Array | string {
    for (const [repo, { files, revision = 'main' }] of Object.entries(this.repositories)) {
      const commit = commitOf(repo);
      const api = `/api/models/${repo}/revision/`;
      if (path.startsWith(api)) {
        const isKnown = [revision, commit].includes(path.slice(api.length).replace('?blobs=true', ''));
        return isKnown
          ? new TextEncoder().encode(JSON.stringify(listingOf(repo, files)))
          : 'RevisionNotFound';
      }
      const file = `/${repo}/resolve/${commit}/`;
      if (path.startsWith(file)) return files[path.slice(file.length)] ?? 'EntryNotFound';
    }
    return 'RepoNotFound';
  }
}
