/** Readers of what runs leave behind: labels, reports, recorded runs, overrides. */
import { readFileSync } from 'node:fs';
import { parseJson } from '../../../src/base/json';
import { sampleReport } from '../../../src/evaluate/fixtures/report';
import { parseReport, writeReport } from '../../../src/evaluate/report-file';
import { readResults } from '../../../src/exchange/open-unlearning-results';
import { readMade } from '../../../src/exchange/made-elsewhere';
import { microMade } from '../../../src/exchange/micro-made';
import { fail } from '../../../src/files/errors';
import { readContainer, writeContainer } from '../../../src/files/tensor-container';
import { parseMonitor } from '../../../src/lab/monitor-settings';
import { parseProbeHistory } from '../../../src/lab/probe-history';
import { settingsFor } from '../../../src/methods/settings';
import { microMethods } from '../../../src/recorded/micro-methods';
import { parseRecordedMethods } from '../../../src/recorded/recorded-methods';
import { parseRecordedRun } from '../../../src/recorded/recorded-run';
import { writeRecordedMethods } from '../../../src/recorded/write-recorded-methods';
import { microLabels } from '../../../src/unlearn/micro-labels';
import { parseOverrides } from '../../../src/unlearn/overrides';
import { parseLabels } from '../../../src/unlearn/parse-labels';
import { labelsAt, supervised, tokenAt } from '../../../src/unlearn/record';
import { writeLabels } from '../../../src/unlearn/write-labels';
import { textReader, type Reader } from '../reader';

const json = (text: string): unknown =>
  parseJson(text, (expected, got) => fail('file/invalid', { path: 'x.json', expected, got }));

const labels = writeLabels(microLabels());

/** Labels must also be ready to be looked at. */
function readLabels(bytes: Uint8Array): void {
  for (const block of parseLabels(bytes, 'labels').blocks) {
    labelsAt(block, 3);
    for (const i of supervised(block).slice(0, 3)) tokenAt(block, i);
  }
}

/** The shipped run, with its first answers. */
function recordedRun(): string {
  const run = JSON.parse(readFileSync('public/recorded/run.json', 'utf8')) as Record<string, unknown>;
  const { answers } = run;
  return JSON.stringify({ ...run, answers: Array.isArray(answers) ? answers.slice(0, 1) : [] });
}

/** The files that train.py made; one adapter stands for both. */
const made = new Map([...microMade].filter(([path]) => !path.includes('reinforced')));
const madeReaders = [...made].map(([file, seed]): Reader => ({
  name: `train.py: ${file}`,
  seeds: [seed],
  read: (bytes) => readMade(new Map<string, Uint8Array>(made).set(file, bytes)),
}));

const encoded = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const results = new Map([
  ['run.json', encoded({ settings: settingsFor('npo'), hashes: { model: 'm' }, split: 'test' })],
  ['TOFU_EVAL.json', encoded({ forget_Q_A_Prob: { agg_value: 0.5, value_by_index: {} }, privleak: 1 })],
]);

export const runReaders: readonly Reader[] = [
  ...madeReaders,
  ...['run.json', 'TOFU_EVAL.json'].map((damaged) => ({
    name: `OpenUnlearning: ${damaged}`,
    seeds: [results.get(damaged) ?? new Uint8Array()],
    read: (bytes: Uint8Array) => writeReport(readResults(new Map(results).set(damaged, bytes)).report),
  })),
  { name: 'labels.safetensors', seeds: [labels], read: readLabels },
  textReader('metadata of labels', [JSON.stringify(readContainer(labels, 'labels').metadata)], (text) => {
    const changed = json(text);
    const { tensors } = readContainer(labels, 'labels');
    const metadata = typeof changed === 'object' ? { ...(changed as Record<string, string>) } : {};
    readLabels(writeContainer({ metadata, tensors }));
  }),
  textReader('report.json', [writeReport(sampleReport)], (text) => parseReport(text)),
  textReader('recorded/run.json', [recordedRun()], (text) => parseRecordedRun(json(text), 'run.json')),
  textReader('recorded/methods.json', [writeRecordedMethods(microMethods)], (text) =>
    parseRecordedMethods(json(text), 'methods.json'),
  ),
  textReader(
    'overrides',
    ['[{"block":0,"position":3,"label":7,"by":["ann"]},{"block":1,"position":0,"label":-100,"by":[]}]'],
    (text) => parseOverrides(json(text), 48),
  ),
  textReader('monitor', ['{"every":20,"stopOnCollapse":true}'], (text) => parseMonitor(json(text))),
  textReader(
    'probes',
    [
      '[{"kind":"probe","step":0,"figures":{"familiarity":1,"answers":1,"general":null,"perplexity":2,"repetition":0},"trace":[0.5],"warnings":[]}]',
    ],
    (text) => {
      const saved = json(text);
      return parseProbeHistory(Array.isArray(saved) ? saved : []);
    },
  ),
];
