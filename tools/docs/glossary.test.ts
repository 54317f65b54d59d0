/** docs/glossary.md: every term has a place in the code, and they are in order. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('every term of the glossary names a file that exists', () => {
  expect(rows.length).toBeGreaterThan(40);
  const lost = rows.filter(([, , , , place = '']) => !existsSync(/^`(.+)`$/.exec(place)?.[1] ?? ''));
  expect(lost).toEqual([]);
});

test('the terms of the glossary are in alphabetical order', () => {
  const terms = rows.map(([, term = '']) => term.replace('α (alpha)', 'alpha').toLowerCase());
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
});
