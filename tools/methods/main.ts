/**
 * `npm run methods`: compares the methods on the shipped model, in Node, at the same budget of tokens. First come the
 * trials of the tuning, on development items. Every run is a line of results.jsonl, and a line that is there is not run
 * again.
 * - `--compare`: then each method at its best trial over three seeds, on test items; writes the table
 *   in docs/results.md and what the page shows in public/recorded/methods.json
 * - `--results file.jsonl`: another file
 */
import { parseArgs } from 'node:util';
import { diskSource } from '../../src/files/disk-source';
import { withLab, WORLD } from '../lab/node-lab';
import { loadSuite } from '../world/check/suite';
import { compare } from './compare';
import { Records } from './records';
import { writeReport } from './report';
import { tune } from './tune';

const { values } = parseArgs({
  options: {
    compare: { type: 'boolean', default: false },
    results: { type: 'string', default: 'tools/methods/results.jsonl' },
  },
});
const source = diskSource('public');
const records = new Records(values.results);
const development = await loadSuite(source, WORLD, 'development');
await withLab(source, 'base', (lab) => tune(lab, development, records, console.log), development);
if (values.compare) {
  const test = await loadSuite(source, WORLD, 'test');
  await withLab(source, 'base', (lab) => compare(lab, test, records, console.log), test);
  writeReport(records);
}
