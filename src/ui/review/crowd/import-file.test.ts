import { expect, test } from 'vitest';
import { annotatorOf } from './import-file';

test.each([
  ['alice.jsonl', 'alice'],
  ['alice (1).jsonl', 'alice'],
  ['r.fox@example.org.jsonl', 'r.fox@example.org'],
  ['all.jsonl', 'me'],
  ['anchors.doccano-results.jsonl', 'me'],
  ['.jsonl', 'me'],
])('unnamed answers of %s are by %s', (file, annotator) => {
  expect(annotatorOf(file, 'me')).toBe(annotator);
});
