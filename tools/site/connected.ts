/**
 * The second entry: the same page under a policy that allows the network. In the build it is made from index.html once that is
 * complete; the development server makes it whenever it is asked for.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { CONNECTED } from '../../src/base/connected.ts';
import { connectedFrom, sayingSo } from './connected-page.ts';
import { developmentConnectedHeaders } from './headers.ts';

const INDEX = 'index.html';

export function connected(): Plugin[] {
  return [
    {
      name: 'connected-entry',
      apply: 'build',
      writeBundle: {
        order: 'post',
        sequential: true,
        handler({ dir = 'dist' }) {
          const html = readFileSync(resolve(dir, INDEX), 'utf8');
          writeFileSync(resolve(dir, CONNECTED), connectedFrom(html));
        },
      },
    },
    {
      name: 'connected-entry-in-development',
      apply: 'serve',
      configureServer(server) {
        const { root } = server.config;
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          if (!pathname.endsWith(`/${CONNECTED}`)) {
            next();
            return;
          }
          server.transformIndexHtml(pathname, readFileSync(resolve(root, INDEX), 'utf8')).then((html) => {
            const headers = { ...developmentConnectedHeaders, 'Content-Type': 'text/html' };
            response.writeHead(200, headers).end(sayingSo(html));
          }, next);
        });
      },
    },
  ];
}
