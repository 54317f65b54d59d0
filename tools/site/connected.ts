/**
 * The second entry of the built page: the same page under a policy that allows the network. Made from index.html once that
 * is complete.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { CONNECTED } from '../../src/base/connected.ts';
import { connectedFrom } from './connected-page.ts';

export function connected(): Plugin {
  return {
    name: 'connected-entry',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = 'dist' }) {
        const html = readFileSync(resolve(dir, 'index.html'), 'utf8');
        writeFileSync(resolve(dir, CONNECTED), connectedFrom(html));
      },
    },
  };
}
