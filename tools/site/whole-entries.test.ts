import { expect, test } from 'vitest';
import { importedEntries } from './whole-entries';

const script = (fileName: string, imports: string[], dynamicImports: string[] = [], isEntry = false) => ({
  fileName,
  imports,
  dynamicImports,
  isEntry,
});

test('an import of an entry is found, static or dynamic', () => {
  const entry = script('entry.js', ['shared.js'], ['lazy.js'], true);
  expect(importedEntries([entry, script('lazy.js', ['shared.js']), script('shared.js', [])])).toEqual([]);
  expect(
    importedEntries([entry, script('lazy.js', ['entry.js']), script('other.js', [], ['entry.js'])]),
  ).toEqual(['lazy.js imports entry.js', 'other.js imports entry.js']);
});
