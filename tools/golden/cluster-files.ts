/**
 * `npx tsx tools/golden/cluster-files.ts FOLDER`: what tools/golden/cluster.py needs: a micro model, the runs of
 * src/lab/micro-cluster.ts as folders, and the adapters that Lethe makes in the first of them.
 */
import { join } from 'node:path';
import { bytesFile, textFile, type ExportedFile } from '../../src/exchange/exported-file';
import { clusterFiles, clusterRuns, labelledRuns, reviewed } from '../../src/lab/micro-cluster';
import { clusterTexts } from '../../src/lab/cluster-texts';
import { microFiles, microLab, microLoad } from '../../src/lab/micro-lab';
import { runFolder } from '../../src/lab/run-folder';
import { savedFiles } from '../../src/lab/saved-files';
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
await lab.release();

for (const [name, text] of Object.entries(await clusterTexts()))
  writeFiles(join(folder, 'texts', name), runFolder({ ...text, hashes }));
