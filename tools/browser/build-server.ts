/** Serves a build below a sub-path on a port of its own, and misbehaves as told: for tests of networks and new versions. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { PATH } from './address';

/** `cut`: the first half as if it were everything; `dropped`: the connection is closed; `html`: a sign-in page. */
export const faults = ['404', '500', 'cut', 'html', 'dropped'] as const;
export type Fault = (typeof faults)[number];

export class BuildServer {
  /** paths that were asked for, relative to the page */
  readonly asked: string[] = [];
  /** the fault of the next answer for a path; null: the file */
  faultOf: (path: string) => Fault | null = () => null;
  #server = createServer((request, response) => {
    const url = request.url ?? '';
    const folder = this.folders.filter((one) => url.startsWith(one)).at(-1);
    if (folder === undefined) {
      response.writeHead(404).end();
      return;
    }
    const path = url.slice(folder.length).replace(/\?.*/u, '');
    this.asked.push(path);
    const fault = this.faultOf(path);
    if (fault) {
      this.#fail(response, path, fault);
      return;
    }
    request.url = url.slice(folder.length - 1);
    const dev = true; // the folder may be exchanged
    sirv(this.dist, { dev, setHeaders: isolate })(request, response);
  });

  /** `dist`: the folder of the build; `folders`: below which it is served, outer ones first */
  constructor(
    public dist: string,
    private readonly folders: readonly string[] = [PATH],
  ) {}

  /** Resolves with the address of the page in the first folder. */
  async start(): Promise<string> {
    this.#server.listen(0);
    await once(this.#server, 'listening');
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return `http://localhost:${port}${this.folders[0] ?? '/'}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #fail(response: ServerResponse, path: string, fault: Fault): void {
    isolate(response);
    switch (fault) {
      case '404':
      case '500':
        response.writeHead(Number(fault)).end('no');
        return;
      case 'html':
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Sign in</p></html>');
        return;
      case 'dropped':
        response.destroy();
        return;
      case 'cut': {
        const body = readFileSync(join(this.dist, path === '' ? 'index.html' : path));
        response.writeHead(200, { 'Content-Type': typeOf(path), Connection: 'close' });
        response.end(body.subarray(0, body.length / 2));
      }
    }
  }
}

function isolate(response: ServerResponse): void {
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  wasm: 'application/wasm',
};

const typeOf = (path: string): string => types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
