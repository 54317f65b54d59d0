import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitBlobOf, listingOf, LocalHub, sha256Of } from './local-hub';
import { fileAddress, listRepository, parseListing } from './repository';

const files = { 'config.json': new Uint8Array([1]), 'onnx/big model.bin': new Uint8Array(2000) };
const { signal } = new AbortController();
let hub: LocalHub;
let mirror: string;

beforeEach(async () => {
  hub = new LocalHub({ 'me/tiny': { files, revision: 'v1' } });
  mirror = await hub.start();
});
afterEach(() => hub.stop());

const list = (revision: string, repo = 'me/tiny') => listRepository({ repo, revision }, mirror, signal);

test('a repository is listed at the commit of the revision, with lengths and hashes', async () => {
  const found = await list('v1');
  expect(found.files).toEqual([
    { name: 'config.json', bytes: 1, hash: { kind: 'git', hex: gitBlobOf(files['config.json']) } },
    {
      name: 'onnx/big model.bin',
      bytes: 2000,
      hash: { kind: 'sha256', hex: sha256Of(files['onnx/big model.bin']) },
    },
  ]);
  expect(fileAddress(found, 'onnx/big model.bin')).toBe(
    `${mirror}/me/tiny/resolve/${found.commit}/onnx/big%20model.bin`,
  );
});

test('what there is not, is not open, or cannot be reached is said by name', async () => {
  await expect(list('v2')).rejects.toMatchObject({ code: 'hub/no-revision', params: { revision: 'v2' } });
  await expect(list('v1', 'me/none')).rejects.toMatchObject({
    code: 'hub/not-found',
    params: { what: 'me/none', host: new URL(mirror).host },
  });
  hub.fault = () => ({ status: 403, headers: { 'x-error-code': 'GatedRepo' } });
  await expect(list('v1')).rejects.toMatchObject({ code: 'hub/closed' });
  hub.stop();
  await expect(list('v1')).rejects.toMatchObject({ code: 'hub/unreachable' });
});

test('a page in place of the list, and a list of another shape, are refused', async () => {
  hub.fault = () => ({ body: new TextEncoder().encode('<html>Sign in</html>') });
  await expect(list('v1')).rejects.toMatchObject({ code: 'hub/answer', params: { expected: 'JSON' } });
  expect(() => parseListing('{"sha":"x","siblings":[]}', 'host')).toThrow(
    expect.objectContaining({ code: 'hub/answer' }),
  );
});

test('files that lead out of the repository, or have no hash, are left out', () => {
  const listing = JSON.stringify({
    ...listingOf('me/tiny', { 'a/b.json': new Uint8Array(1), '../up': new Uint8Array(1), '/root': new Uint8Array(1), 'a\\b': new Uint8Array(1), 'a/../b': new Uint8Array(1), 'a//b': new Uint8Array(1) }), // prettier-ignore
  }).replace('"siblings":[', '"siblings":[{"rfilename":"unhashed","size":3},');
  expect(parseListing(listing, 'host').files.map(({ name }) => name)).toEqual(['a/b.json']);
});
