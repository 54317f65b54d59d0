/**
 * The second entry of the built page: the same page with a policy that lets it ask other hosts. Whoever opens it has
 * chosen so, and the browser keeps the first entry from doing the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { CONNECTED } from '../../src/base/connected.ts';
import { connecting } from './content-security-policy.ts';

export function connected(): Plugin {
  return {
    name: 'connected',
    apply: 'build',
    // After fetch-again.ts, whose import map and first script it shares.
    writeBundle({ dir = 'dist' }) {
      const html = readFileSync(resolve(dir, 'index.html'), 'utf8');
      writeFileSync(resolve(dir, CONNECTED), connecting(html));
    },
  };
}
