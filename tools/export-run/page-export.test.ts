import { expect, test } from 'vitest';
import { wholeFile } from '../../src/exchange/read-exported';
import { diskSource } from '../../src/files/disk-source';
import { loadDataset } from '../../src/lab/dataset';
import { hashesOf } from '../../src/lab/hashes';
import { settingsFor } from '../../src/methods/settings';
import { unpack } from '../../src/store/archive-unpack';
import { exportedRun } from './exported-run';
import { readOptions } from '../unlearn/options';
import { microRun } from '../../src/ui/runs/micro-runs';
import { runForCluster } from '../../src/ui/runs/cluster/run-for-cluster';

test('the zip file of the page has the files that Node exports for the same run', async () => {
  const files = diskSource('public');
  const dataset = await loadDataset(files, 'worlds/marrowmere');
  const node = await exportedRun(readOptions(['--set', 'alpha=3', '--seed', '4']));
  const inNode = new Map(node.map((file) => [file.path, wholeFile(file)]));
  const { hashes } = JSON.parse(new TextDecoder().decode(inNode.get('run.json'))) as {
    hashes: { model: string };
  };
  const run = microRun(1, 0.5, {
    settings: { ...settingsFor('whp'), alpha: 3, seed: 4 },
    hashes: { ...hashesOf(hashes.model, dataset) },
  });
  const zip = new Uint8Array(await (await runForCluster(run, undefined, dataset, files)).arrayBuffer());
  const inPage = unpack(zip, 2 ** 24, (expected, got) => {
    throw new Error(`expected ${expected}, got ${got}`);
  });
  expect([...inPage.keys()].sort()).toEqual([...inNode.keys()].sort());
  for (const [path, bytes] of inNode) expect(inPage.get(path), path).toEqual(bytes);
});
