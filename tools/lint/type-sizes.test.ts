/** Type has five sizes, set in src/ui/kit/base.css; only the demonstration, which scales with the window, has its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const styles = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|css)$/.test(name) && !name.startsWith('demo'))
  .map((name) => ({ name, text: readFileSync(join('src/ui', name), 'utf8') }));

test('every size of type is one of five', () => {
  const base = styles.find(({ name }) => name === join('kit', 'base.css'))?.text ?? '';
  const sizes = [...base.matchAll(/--text-\w+: ([\d.]+)rem;/g)].map(([, size]) => size);
  expect(sizes).toHaveLength(5);
  // Print is in points. A part that the demonstration enlarges is sized by its surroundings, in the same proportions.
  const allowed = new RegExp(
    `var\\(--text-|\\b(?:${sizes.join('|').replaceAll('.', '\\.')})em|inherit|\\d+pt`,
  );
  const found = styles.flatMap(({ name, text }) =>
    [...text.matchAll(/^\s*font(?:-size)?:([^;]*);/gm)].map(([, value = '']) => ({ name, value })),
  );
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ value }) => !allowed.test(value))).toEqual([]);
});
