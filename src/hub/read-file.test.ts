import { afterEach, beforeEach, expect, test } from 'vitest';
import { LocalHub } from './local-hub';
import { hubRangedFile, readHubFile } from './read-file';
import { listRepository, type HubFile, type Repository } from './repository';

const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
const { signal } = new AbortController();
let hub: LocalHub;
let repository: Repository;
let file: HubFile;

beforeEach(async () => {
  hub = new LocalHub({ 'me/tiny': { files: { 'model.gguf': bytes } } });
  repository = await listRepository({ repo: 'me/tiny', revision: 'main' }, await hub.start(), signal);
  file = repository.files[0] ?? expect.fail();
});
afterEach(() => hub.stop());

test('a small file is read whole and checked', async () => {
  expect(await readHubFile(repository, file, { signal })).toEqual(bytes);
  hub.fault = () => ({ body: new Uint8Array(5000) });
  await expect(readHubFile(repository, file, { signal })).rejects.toMatchObject({ code: 'hub/hash' });
  const huge = { ...file, bytes: 2 ** 30 };
  await expect(readHubFile(repository, huge, { signal })).rejects.toMatchObject({ code: 'hub/length' });
});

test('of a large file, only the parts come that are read', async () => {
  const ranged = hubRangedFile(repository, file, signal);
  expect(ranged.size).toBe(5000);
  expect(await ranged.read(100, 260)).toEqual(bytes.subarray(100, 260));
  expect(await ranged.read(7, 7)).toEqual(new Uint8Array());
  expect(hub.asked.slice(1).map(({ from }) => from)).toEqual([100]);
});

test('likewise where the host gives no parts; a part that is not there is missed', async () => {
  const ranged = hubRangedFile(repository, file, signal);
  hub.fault = () => ({ ignoresRange: true });
  expect(await ranged.read(4000, 4100)).toEqual(bytes.subarray(4000, 4100));
  hub.fault = () => ({ body: bytes.subarray(0, 150) });
  await expect(ranged.read(100, 260)).rejects.toMatchObject({ code: 'hub/length' });
});
