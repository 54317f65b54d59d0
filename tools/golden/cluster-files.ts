/**
 * `npx tsx tools/golden/cluster-files.ts FOLDER`: what tools/golden/cluster.py needs: a micro model, the runs of
 * src/lab/micro-cluster.ts as folders, the adapters that Lethe makes in the first of them, and the batches that it would draw
 * in the one that trains all weights.
 */
import { join } from 'node:path';
import { prng } from '../../src/base/prng';
import { bytesFile, jsonFile, textFile, type ExportedFile } from '../../src/exchange/exported-file';
import { clusterFiles, clusterRuns, fullRun, labelledRuns, reviewed } from '../../src/lab/micro-cluster';
import { clusterTexts } from '../../src/lab/cluster-texts';
import { hashesOf } from '../../src/lab/hashes';
import { microFiles, microLab, microLoad } from '../../src/lab/micro-lab';
import { TextCache } from '../../src/lab/prepared';
import { runFolder } from '../../src/lab/run-folder';
import { savedFiles } from '../../src/lab/saved-files';
import { batches } from '../../src/unlearn/batches';
import { withHumanLabels } from '../../src/unlearn/overrides';
import { runJob } from '../lab/node-lab';
import { runStages } from '../lab/run-stages';
import { writeFiles } from '../lab/save-folder';

const [folder = 'cluster'] = process.argv.slice(2);

const model = Object.entries(microFiles).flatMap(([path, content]): ExportedFile[] => {
  if (!path.startsWith('m/')) return [];
  return [content instanceof Uint8Array ? bytesFile(path, content) : textFile(path, JSON.stringify(content))];
});
writeFiles(folder, model);

const lab = microLab(clusterFiles);
const { dataset, hashes } = await runJob(lab, 'load', microLoad);
for (const [name, settings] of Object.entries(clusterRuns))
  writeFiles(join(folder, 'runs', name), runFolder({ settings, dataset, hashes }));

await runStages(lab, 'unlearn', { settings: clusterRuns.whp });
const adapters = await savedFiles(lab, { parts: ['reinforced', 'unlearned'], floats: 'F32', figures: [] });
writeFiles(join(folder, 'lethe'), adapters);

for (const [name, run] of Object.entries(labelledRuns)) {
  const { labels: made } = await runStages(lab, 'label', { settings: run.labels });
  if (!made) throw new Error(`${name}: expected labels`);
  const labels = withHumanLabels(made, reviewed);
  writeFiles(join(folder, 'runs', name), runFolder({ settings: run.settings, dataset, hashes, labels }));
}
writeFiles(join(folder, 'full'), [...runFolder({ settings: fullRun, dataset, hashes }), drawnBatches()]);
await lab.release();

function drawnBatches(): ExportedFile {
  const { files } = lab.workspace.ready('batches');
  const { forget, retain } = new TextCache(files).prepare(dataset, hashes, fullRun);
  const { steps, batch, retainShare } = fullRun.unlearn;
  const length = fullRun.blockLength;
  const source = batches(forget, retain, { batch, length, retainShare }, prng(fullRun.seed + 1));
  const rowsOf = (all: Int32Array): number[][] =>
    Array.from({ length: batch }, (_, row) => [...all.subarray(row * length, (row + 1) * length)]);
  const drawn = Array.from({ length: steps }, () => source.next().value);
  return jsonFile(
    'batches.json',
    drawn.map(({ ids, labels, rowKinds = [] }) => ({
      ids: rowsOf(ids),
      labels: rowsOf(labels),
      isForget: rowKinds.map((kind) => kind === 'forget'),
    })),
  );
}

for (const [name, text] of Object.entries(await clusterTexts()))
  writeFiles(
    join(folder, 'texts', name),
    runFolder({ ...text, hashes: hashesOf(hashes.model, text.dataset) }),
  );
