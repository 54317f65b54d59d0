import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskSource } from '../../src/files/disk-source';
import { loadModelFiles } from '../../src/files/load-model-files';
import { LocalHub } from '../../src/hub/local-hub';
import { microFiles } from '../../src/lab/micro-lab';
import { microShards } from '../../src/lab/micro-shards';
import { fetchFromHub, isHubId } from './hub-model';

const bytesOf = (file: unknown): Uint8Array =>
  file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file));
const folder = Object.fromEntries(
  Object.entries({ ...microFiles, ...microShards })
    .filter(([path, file]) => path.startsWith('m/') && file !== undefined)
    .map(([path, file]) => [path.slice(2), bytesOf(file)]),
);
const gguf = new Uint8Array(readFileSync('src/files/gguf/fixtures/micro.gguf'));

let cache: string;
let hub: LocalHub;
let mirror: string;
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeEach(async () => {
  cache = mkdtempSync(join(tmpdir(), 'lethe-hub-'));
  hub = new LocalHub({
    'me/folder': { files: folder, revision: 'v1' },
    'me/one': { files: { 'tiny.gguf': gguf } },
    'me/two': { files: { 'a.gguf': gguf, 'b.gguf': gguf.slice(0, 50) } },
  });
  mirror = await hub.start();
  said.length = 0;
});
afterEach(() => {
  hub.stop();
  rmSync(cache, { recursive: true });
});

test('a folder and a GGUF file are fetched once, and load', async () => {
  const path = await fetchFromHub({ id: 'me/folder@v1', mirror, file: null }, say, cache);
  expect((await loadModelFiles(diskSource('/'), path)).config.family).toBe('llama');
  const asked = hub.asked.length;
  const lines = said.length;
  expect(await fetchFromHub({ id: 'me/folder@v1', mirror, file: null }, say, cache)).toBe(path);
  expect(said).toHaveLength(lines);
  // The list, and the index from which it is known what belongs to the model.
  expect(hub.asked.slice(asked).filter(({ path: one }) => one.endsWith('.safetensors'))).toEqual([]);

  const file = await fetchFromHub({ id: 'me/one', mirror, file: null }, say, cache);
  expect((await loadModelFiles(diskSource('/'), file)).config.family).toBe('llama');
  expect(said.join('\n')).toMatch(/fetching [\d.]+ MB of tiny\.gguf from http.*MB of/su);
});

test('of several files, one has to be named', async () => {
  await expect(fetchFromHub({ id: 'me/two', mirror, file: null }, say, cache)).rejects.toMatchObject({
    code: 'model/several',
    params: { files: 'b.gguf, a.gguf (--file)' },
  });
  expect(await fetchFromHub({ id: 'me/two', mirror, file: 'a.gguf' }, say, cache)).toMatch(/a\.gguf$/u);
  await expect(fetchFromHub({ id: 'me/two', mirror, file: 'c.gguf' }, say, cache)).rejects.toMatchObject({
    code: 'model/incomplete',
    params: { missing: 'c.gguf' },
  });
});

test('a folder on disk, a path and a file are no ids', () => {
  expect(isHubId('HuggingFaceTB/SmolLM2-135M')).toBe(true);
  expect(isHubId('a/b@refs/pr/1')).toBe(true);
  for (const path of ['src/hub', './a/b', '/a/b', 'models/m.gguf', 'a', 'a/b/c'])
    expect(isHubId(path)).toBe(false);
});
