/** Every custom property that a component uses is set somewhere: one that is not draws nothing, and no tool says so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const text = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|css|ts)$/.test(name))
  .map((name) => readFileSync(join('src/ui', name), 'utf8'))
  .join('\n');

const found = (pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

test('every custom property in use is set', () => {
  const used = found(/var\((--[\w-]+)/g);
  // In a style sheet, or by a component: `style:--bar="…"`.
  const set = found(/(?<!\()(--[\w-]+)\s*[:=]/g);
  expect(used.size).toBeGreaterThan(20);
  expect([...used].filter((name) => !set.has(name))).toEqual([]);
});
