/** The recipes of CONTRIBUTING.md name the code as it is: files exist (documents.test.ts), and so do names in them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents, namedPaths, type Document } from './documents';

const IDENTIFIER = /`([A-Za-z]\w+)(?:\(\))?`/g;

/** The sections below “Recipes”. */
function recipes(): Document[] {
  const { text = '' } = documents().find(({ path }) => path === 'CONTRIBUTING.md') ?? {};
  const [, ...found] = text.slice(text.indexOf('\n## Recipes\n')).split(/\n### /);
  return found.map((one) => ({ path: one.split('\n')[0] ?? '', text: one }));
}

it('are all found', () => {
  expect(recipes()).toHaveLength(13);
});

describe.each(recipes())('$path', (recipe) => {
  it('names functions, types and constants that its files have', () => {
    const files = namedPaths(recipe).filter((path) => existsSync(path) && statSync(path).isFile());
    const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');
    const names = [...recipe.text.matchAll(IDENTIFIER)].map(([, name = '']) => name);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });
});
