/** README and docs/architecture.md list the layers that lint enforces, in the same order. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The quoted names in eslint.config.js’s `const <name> = […]`. */
function lintedLayers(name: string): string[] {
  const list =
    new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(readFileSync('eslint.config.js', 'utf8'))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

/** The folders of `parent` in the first column of a table below `## heading`. */
function listedLayers(path: string, heading: string, parent: string): string[] {
  const text = readFileSync(path, 'utf8');
  const section = text.slice(text.indexOf(`\n## ${heading}\n`)).split(/\n## /)[1] ?? '';
  return [...section.matchAll(new RegExp(`^\\| \`${parent}/(\\w+)\` `, 'gm'))].map(([, name = '']) => name);
}

test.each([
  ['README.md', 'Map', 'src', 'layers'],
  ['docs/architecture.md', 'Layers', 'src', 'layers'],
  ['docs/architecture.md', 'The page', 'src/ui', 'pageLayers'],
])('%s lists in order, under %s, the layers of %s', (path, heading, parent, name) => {
  expect(lintedLayers(name).length).toBeGreaterThan(10);
  expect(listedLayers(path, heading, parent)).toEqual(lintedLayers(name));
});
