import { expect, test } from 'vitest';
import { parseReport, writeReport } from '../evaluate/report-file';
import { settingsFor } from '../methods/settings';
import { hasResults, isOfResults, readResults } from './open-unlearning-results';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const runOf = (method: 'npo' | 'whp') =>
  encode({
    format: 'lethe-run-1',
    settings: { ...settingsFor(method), seed: 7 },
    hashes: { model: 'm', world: 'w' },
    split: 'test',
  });
/** As its Evaluator writes them. */
const evaluated = {
  forget_Q_A_Prob: { agg_value: 0.25, value_by_index: { 0: { prob: 0.25, avg_loss: 1.39 } } },
  forget_Q_A_ROUGE: { agg_value: 0.5, value_by_index: { 0: { rougeL_recall: 0.5 } } },
  model_utility: { agg_value: 0.6 },
  mia_loss: { auc: 0.5 },
};

test.each([
  ['saves/lethe/evals/TOFU_EVAL.json', evaluated],
  ['TOFU_SUMMARY.json', { forget_Q_A_Prob: 0.25, forget_Q_A_ROUGE: 0.5, model_utility: 0.6 }],
])('%s: the metrics that both have, with the settings of the run', (path, results) => {
  const files = new Map([['run/run.json', runOf('npo')], [path, encode(results)]]); // prettier-ignore
  expect(hasResults(files)).toBe(true);
  const { report, adapters } = readResults(files);
  expect(parseReport(writeReport(report))).toEqual(report);
  expect(report).toMatchObject({
    seeds: { run: 7 },
    hashes: { world: 'w' },
    settings: { method: 'npo' },
    split: 'test',
    made: { by: 'OpenUnlearning' },
  });
  expect(report.evaluation.unlearned).toEqual({
    probability: { agg_value: 0.25, value_by_index: {} },
    rougeLStemmed: { agg_value: 0.5, value_by_index: {} },
  });
  expect(adapters).toEqual([]);
});

test('a method that OpenUnlearning does not have was gradient difference there', () => {
  const files = new Map([['run.json', runOf('whp')], ['TOFU_SUMMARY.json', encode({ privleak: 3 })]]); // prettier-ignore
  expect(readResults(files).report.settings.method).toBe('gradDiff');
});

test('without the run it says which file is missing', () => {
  expect(() => readResults(new Map([['TOFU_EVAL.json', encode(evaluated)]]))).toThrow(
    'The folder has no run.json',
  );
});

test('results without a metric of both are refused with what they have', () => {
  const files = new Map([['run.json', runOf('npo')], ['TOFU_SUMMARY.json', encode({ model_utility: 1 })]]); // prettier-ignore
  expect(() => readResults(files)).toThrow(/forget_Q_A_Prob.* got model_utility/u);
});

test('which files of a folder are read', () => {
  expect(['x/run.json', 'TOFU_EVAL.json', 'MUSE_SUMMARY.json'].every(isOfResults)).toBe(true);
  expect(['prompts.json', 'x/rerun.json', 'EVAL.json'].some(isOfResults)).toBe(false);
});
