import { expect, test } from 'vitest';
import { exportedSource } from '../exchange/read-exported';
import { diskSource } from '../files/disk-source';
import { defaultSettings, settingsFor } from '../methods/settings';
import { loadDataset } from './dataset';
import { openUnlearningFiles } from './open-unlearning';
import { runFolder } from './run-folder';
import { noHashes } from './run-inputs';

const dataset = await loadDataset(diskSource('public'), 'worlds/marrowmere');

const opened = (settings = defaultSettings) => {
  const files = openUnlearningFiles(settings, dataset);
  const source = exportedSource(files);
  return {
    paths: files.map(({ path }) => path),
    textOf: async (path: string): Promise<string> =>
      new TextDecoder().decode(await source.read(`open-unlearning/${path}`)),
  };
};
const rows = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

test('texts as JSON lines, and questions with their first answer', async () => {
  const { textOf } = opened();
  for (const [name, { passages }] of [
    ['forget', dataset.forget],
    ['retain', dataset.retain],
    ['holdout', dataset.heldOut],
  ] as const)
    expect(rows(await textOf(`data/lethe/${name}.jsonl`))).toEqual(passages.map((text) => ({ text })));
  expect(rows(await textOf('data/lethe/questions.jsonl'))[0]).toEqual({
    question: dataset.prompts[0]?.prompt,
    answer: dataset.prompts[0]?.references[0],
  });
});

test('every data set that a config names is defined, and reads a file that is there', async () => {
  const { paths, textOf } = opened();
  const configs = paths.filter((path) => path.endsWith('.yaml'));
  const texts = await Promise.all(configs.map((path) => textOf(path.replace('open-unlearning/', ''))));
  const all = texts.join('\n');
  for (const [, name = ''] of all.matchAll(/: (LETHE_\w+)$/gmu))
    expect(paths).toContain(`open-unlearning/configs/data/datasets/${name}.yaml`);
  const files = [...all.matchAll(/data_files: (.*)$/gmu)].map(([, path = '']) => `open-unlearning/${path}`);
  expect(files).toHaveLength(4);
  expect(paths).toEqual(expect.arrayContaining(files));
});

test('the trainer of the method with the settings of the run; gradient difference for one that is not there', async () => {
  const experiment = 'configs/experiment/unlearn/lethe/default.yaml';
  const npo = await opened({ ...settingsFor('npo'), seed: 7 }).textOf(experiment);
  expect(npo).toContain('override /trainer: NPO\n');
  expect(npo).toContain('seed: 7\n');
  expect(npo).toContain(`max_steps: ${settingsFor('npo').unlearn.steps}\n`);
  expect(await opened().textOf(experiment)).toContain('override /trainer: GradDiff\n');
});

test('it goes along with every exported run', () => {
  const paths = runFolder({ settings: defaultSettings, dataset, hashes: noHashes }).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(opened().paths));
});
