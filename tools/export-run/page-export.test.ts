import { expect, test } from 'vitest';
import type { Report } from '../../src/evaluate/report';
import { wholeFile } from '../../src/exchange/read-exported';
import { diskSource } from '../../src/files/disk-source';
import { loadDataset } from '../../src/lab/dataset';
import { hashesOf } from '../../src/lab/hashes';
import { settingsFor } from '../../src/methods/settings';
import { unpack } from '../../src/store/archive-unpack';
import type { SavedRun } from '../../src/store/saved-runs';
import { microLabels } from '../../src/unlearn/micro-labels';
import { exportedRun, readExportOptions } from './exported-run';
import { microRun } from '../../src/ui/runs/micro-runs';
import { runForCluster } from '../../src/ui/runs/cluster/run-for-cluster';

test('the zip file of the page has the files that Node exports for the same run', async () => {
  const files = diskSource('public');
  const dataset = await loadDataset(files, 'worlds/marrowmere');
  const node = await exportedRun(readExportOptions(['--set', 'alpha=3', '--seed', '4']));
  const inNode = new Map(node.map((file) => [file.path, wholeFile(file)]));
  const { hashes } = JSON.parse(new TextDecoder().decode(inNode.get('run.json'))) as {
    hashes: { model: string };
  };
  const run = microRun(1, 0.5, {
    settings: { ...settingsFor('whp'), alpha: 3, seed: 4 },
    hashes: { ...hashesOf(hashes.model, dataset) },
  });
  const zip = new Uint8Array(
    await (
      await runForCluster(run, undefined, { dataset, labels: null, overrides: [] }, files)
    ).arrayBuffer(),
  );
  const inPage = unpack(zip, 2 ** 24, (expected, got) => {
    throw new Error(`expected ${expected}, got ${got}`);
  });
  expect([...inPage.keys()].sort()).toEqual([...inNode.keys()].sort());
  for (const [path, bytes] of inNode) expect(inPage.get(path), path).toEqual(bytes);
});

test('labels that are open go along with their own run, and with what reviewers set if it was part of it', async () => {
  const files = diskSource('public');
  const dataset = await loadDataset(files, 'worlds/marrowmere');
  const micro = microLabels();
  const { settings } = micro.origin;
  const hashes = { ...hashesOf(micro.origin.hashes.model, dataset) };
  const open = {
    dataset,
    labels: { ...micro, origin: { ...micro.origin, hashes: { model: hashes.model, world: hashes.world } } },
    overrides: [{ block: 0, position: 3, label: 7, by: ['ann'] }],
  };
  const counts = { decisions: 1, answered: 1, changed: 1, annotators: [] };
  const human: Report['human'] = [{ task: 'language', ...counts, method: 'majority', agreement: null }];
  const labelIn = async (run: Partial<SavedRun>, reviewed: Report['human']): Promise<unknown> => {
    const zip = await runForCluster(microRun(1, 0.5, { settings, hashes, ...run }), reviewed, open, files);
    const unpacked = unpack(new Uint8Array(await zip.arrayBuffer()), 2 ** 24, () => {
      throw new Error('damaged');
    });
    const [first = 'null'] = new TextDecoder().decode(unpacked.get('labels/dataset.jsonl')).split('\n');
    return first === '' ? null : (JSON.parse(first) as { labels: number[] }).labels[4];
  };
  expect(await labelIn({}, human)).toBe(7);
  expect(await labelIn({}, undefined)).toBe(micro.blocks[0]?.labels[3]);
  expect(await labelIn({ settings: { ...settings, alpha: 3 } }, undefined)).toBeNull();
  expect(await labelIn({ hashes: { ...hashes, model: 'another' } }, undefined)).toBeNull();
});
