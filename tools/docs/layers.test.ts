/** README and docs/architecture.md list the layers that lint enforces, in the same order. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The quoted names in eslint.config.js’s `const layers = […]`. */
function lintedLayers(): string[] {
  const list = /const layers = \[([^\]]*)\]/.exec(readFileSync('eslint.config.js', 'utf8'))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

/** The names in the first column of a table below `## heading`. */
function listedLayers(path: string, heading: string): string[] {
  const text = readFileSync(path, 'utf8');
  const section = text.slice(text.indexOf(`\n## ${heading}\n`)).split(/\n## /)[1] ?? '';
  return [...section.matchAll(/^\| `src\/(\w+)` /gm)].map(([, name = '']) => name);
}

test.each([
  ['README.md', 'Map'],
  ['docs/architecture.md', 'Layers'],
])('%s lists the layers in order', (path, heading) => {
  expect(lintedLayers().length).toBeGreaterThan(15);
  expect(listedLayers(path, heading)).toEqual(lintedLayers());
});
