import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { gitBlobOfParts, sha256OfParts } from './hash-parts';

const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => (i * 7) % 251);
const cuts = [0, 1, 63, 64, 65, 5000, bytes.length];

test('the hash of parts is that of the whole', () => {
  const [sha256, git] = [sha256OfParts(), gitBlobOfParts(bytes.length)];
  for (const [i, from] of cuts.entries()) {
    sha256.update(bytes.subarray(from, cuts[i + 1]));
    git.update(bytes.subarray(from, cuts[i + 1]));
  }
  expect(sha256.end()).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(git.end()).toBe(createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'));
});

test('as git hash-object has it', () => {
  const git = gitBlobOfParts(6);
  git.update(new TextEncoder().encode('hello\n'));
  expect(git.end()).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});
