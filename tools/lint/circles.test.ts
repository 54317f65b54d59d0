/** No import cycles, type imports included, so that a reader can follow imports to an end. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

const folders = ['src', 'workers', 'tools', 'e2e'];
const IMPORT = /(?:from|import\(|^import)\s*'(\.[^']*)'/gm;

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|js|svelte)$/.test(path)),
);

/** The file that an import refers to, given with its extension, without it, or as a folder. */
function fileOf(importer: string, source: string): string | null {
  const path = posix.join(posix.dirname(importer), source);
  return (
    [path, `${path}.ts`, `${path}/index.ts`].find((one) => /\.\w+$/.test(one) && existsSync(one)) ?? null
  );
}

const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, source = '']) => fileOf(file, source) ?? []),
  ]),
);

/** A path of imports from a file back to itself, or null. Depth first; `done` files lead to no cycle. */
function circleFrom(file: string, path: readonly string[], done: Set<string>): readonly string[] | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return null;
  for (const next of imports.get(file) ?? []) {
    const circle = circleFrom(next, [...path, file], done);
    if (circle) return circle;
  }
  done.add(file);
  return null;
}

test('there are no import cycles', () => {
  expect(files.length).toBeGreaterThan(500);
  expect([...imports.values()].flat().length).toBeGreaterThan(2000);
  expect(imports.get('src/ui/lab/Screen.svelte')).toContain('src/ui/lab/labels/Labels.svelte'); // on demand
  expect(
    [...imports].filter(([file]) => file.endsWith('.svelte')).flatMap(([, to]) => to).length,
  ).toBeGreaterThan(300);
  const done = new Set<string>();
  const circle = files.reduce<readonly string[] | null>(
    (found, file) => found ?? circleFrom(file, [], done),
    null,
  );
  expect(circle).toBeNull();
});
