import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../methods/settings';
import { readContainer, writeContainer } from '../../../files/tensor-container';
import { readArchive, writeArchive } from '../../../store/archive';
import { microLabels } from '../../../unlearn/micro-labels';
import { writeLabels } from '../../../unlearn/write-labels';
import { checkProject } from './check-project';

const made = { fingerprint: {}, model: 'm', settings: defaultSettings };
const progress = { steps: 4, losses: [1, 0.5], seconds: 1, history: [] };
const trained = { ...made, ...progress, ending: 'completed', parameters: Float32Array.of(0, 1) };
const two = Float32Array.of(0, 1);
const state = { parameters: two, firstMoment: two, secondMoment: two, step: 2 };
const checkpoint = { ...made, ...progress, stage: 'reinforce', state };
const label = { ...made, file: writeLabels(microLabels()) };
const choices = {
  settings: defaultSettings,
  watching: { every: 20, stopOnCollapse: true },
  backend: 'wasm',
  model: null,
  hash: '',
};
const human = {
  ...{ task: 'language', decisions: 1, answered: 1, changed: 0, method: 'majority', agreement: null },
  annotators: [{ annotator: 'ann', decisions: 1 }],
};
const override = { block: 0, position: 3, label: 7, by: ['ann'] };

test('a project as it is written, and one of version 0.1, are whole', () => {
  const entries = {
    'run/reinforce': trained,
    'run/label': label,
    'run/checkpoint': checkpoint,
    'page/choices': choices,
    'page/until': null,
    'page/human': [human],
  };
  const { entries: read } = readArchive('a', writeArchive({ name: 'a', entries }));
  expect(() => checkProject('a', read)).not.toThrow();
  const old = readFileSync(new URL('fixtures/project-0.1.lethe.zip', import.meta.url));
  expect(() => checkProject('old', readArchive('old', new Uint8Array(old)).entries)).not.toThrow();
});

/** The label file with a logit that is no number. */
const { metadata, tensors } = readContainer(label.file, 'labels');
tensors.get('generic.logits')?.data.fill(NaN, 0, 1);
const damaged = writeContainer({ metadata, tensors });

test.each([
  [
    'an adapter that is not finite',
    'run/unlearn',
    { ...trained, parameters: Float32Array.of(NaN) },
    'run/unlearn.parameters',
  ],
  [
    'an infinite one',
    'run/reinforce',
    { ...trained, parameters: Float32Array.of(-Infinity) },
    'finite numbers',
  ],
  ['a step that is no number of steps', 'run/reinforce', { ...trained, steps: -1 }, 'run/reinforce.steps'],
  [
    'a seed beyond whole numbers',
    'page/choices',
    { ...choices, settings: { ...defaultSettings, seed: 2 ** 60 } },
    'seed',
  ],
  [
    'a learning rate that is not finite',
    'page/choices',
    { ...choices, settings: { ...defaultSettings, alpha: Infinity } },
    'alpha',
  ],
  [
    'second moments that are no squares',
    'run/checkpoint',
    { ...checkpoint, state: { ...checkpoint.state, secondMoment: Float32Array.of(0, -1) } },
    'run/checkpoint.state.secondMoment',
  ],
  [
    'fewer moments than parameters',
    'run/checkpoint',
    { ...checkpoint, state: { ...checkpoint.state, firstMoment: Float32Array.of(0) } },
    'as many moments',
  ],
  [
    'an evaluation every zero steps',
    'page/choices',
    { ...choices, watching: { every: 0, stopOnCollapse: true } },
    'page/choices.watching.every',
  ],
  ['a negative label', 'page/overrides', [{ ...override, label: -1 }], 'page/overrides.0.label'],
  ['a negative position', 'page/overrides', [{ ...override, position: -3 }], 'page/overrides.0.position'],
  ['votes by an unknown method', 'page/human', [{ ...human, method: 'dice' }], 'page/human.0.method'],
  ['labels that are damaged', 'run/label', { ...label, file: damaged }, 'in run/label'],
  [
    'texts without passages',
    'page/texts',
    { forget: { title: 'a', passages: [] }, dictionary: [] },
    'page/texts.forget.passages',
  ],
])('%s is refused by name', (_, key, value, field) => {
  expect(() => checkProject('mine.zip', { [key]: value })).toThrow('mine.zip: expected ');
  expect(() => checkProject('mine.zip', { [key]: value })).toThrow(field);
});
