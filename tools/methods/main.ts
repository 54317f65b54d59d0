/**
 * `npm run methods`: compares the methods on the shipped model, in Node, at the same budget of tokens. First come the
 * trials of the tuning, on development items. Every run is a line of results.jsonl, and a line that is there is not run
 * again.
 * - `--compare`: then each method at its best trial over three seeds, on test items; writes the table
 *   in docs/results.md and what the page shows in public/recorded/methods.json
 * - `--only npo,rmu`: runs these methods alone, on one thread, so that processes share the work and its results file
 * - `--results file.jsonl`: another file
 */
import { parseArgs } from 'node:util';
import { v } from '../../src/base/schema';
import { diskSource } from '../../src/files/disk-source';
import type { Lab } from '../../src/lab/lab';
import { methodNames, type MethodName } from '../../src/methods/catalogue';
import { withLab, WORLD } from '../lab/node-lab';
import { loadSuite } from '../world/check/suite';
import { compare } from './compare';
import { Records } from './records';
import { writeReport } from './report';
import { tune } from './tune';

const { values } = parseArgs({
  options: {
    compare: { type: 'boolean', default: false },
    only: { type: 'string' },
    results: { type: 'string', default: 'tools/methods/results.jsonl' },
  },
});
const source = diskSource('public');
const records = new Records(values.results);
const only = values.only?.split(',').map((name) => v.parse(v.picklist(methodNames), name));
const threads = only ? 1 : undefined;
const isWanted = (method: MethodName): boolean => only?.includes(method) ?? true;

const development = await loadSuite(source, WORLD, 'development');
const tuneHere = (lab: Lab) => tune(lab, development, records, isWanted, console.log);
await withLab(source, 'base', tuneHere, development, threads);
if (values.compare) {
  const test = await loadSuite(source, WORLD, 'test');
  const compareHere = (lab: Lab) => compare(lab, test, records, isWanted, console.log);
  await withLab(source, 'base', compareHere, test, threads);
  if (!only) writeReport(records);
}
