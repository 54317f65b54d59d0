/**
 * `npm run methods`: compares the methods on the shipped model, in Node, at the same budget of tokens. First the trials
 * of the tuning on development items; every run is a line of results.jsonl, and a line that is there is not run again.
 * - `--results file.jsonl`: another file
 */
import { parseArgs } from 'node:util';
import { diskSource } from '../../src/files/disk-source';
import { withLab, WORLD } from '../lab/node-lab';
import { loadSuite } from '../world/check/suite';
import { Records } from './records';
import { tune } from './tune';

const { values } = parseArgs({
  options: { results: { type: 'string', default: 'tools/methods/results.jsonl' } },
});
const source = diskSource('public');
const records = new Records(values.results);
const development = await loadSuite(source, WORLD, 'development');
await withLab(source, 'base', (lab) => tune(lab, development, records, console.log), development);
