import { expect, expectTypeOf, test } from 'vitest';
import { defaultsOf } from '../settings/check';
import { standardFields, type StandardName, type StandardSettings } from '../settings/standard';
import {
  changedParts,
  fingerprint,
  fingerprintId,
  unknownFingerprint,
  type RunInputs,
  type StageResult,
} from './fingerprint';
import { inputNames, stageNames, stagesOf, type InputName, type StageName } from './stage';
import {
  evaluateStage,
  labelStage,
  readStage,
  reinforceStage,
  unlearnOnLabels,
  unlearnOnText,
} from './stages';
import { missingBefore, statusOf } from './status';
import { fromEntries } from '../base/records';

const whp = {
  read: readStage,
  reinforce: reinforceStage,
  label: labelStage,
  unlearn: unlearnOnLabels,
  evaluate: evaluateStage,
};
const textOnly = { unlearn: unlearnOnText, evaluate: evaluateStage };
const standard = defaultsOf(standardFields);
const inputs = fromEntries<InputName, string>(inputNames.map((name) => [name, `hash of ${name}`]));
const start: RunInputs = { settings: standard, inputs, results: {} };

/** As it is after `stage` has run. */
function after(stage: StageName, now: RunInputs, id = `${stage} 1`): RunInputs {
  const result: StageResult = { fingerprint: fingerprint(whp, stage, now), id };
  return { ...now, results: { ...now.results, [stage]: result } };
}
const withSettings = (now: RunInputs, change: Partial<StandardSettings>): RunInputs => ({
  ...now,
  settings: { ...now.settings, ...change },
});
const made = stagesOf(whp, standard);
const done = made.reduce((now, stage) => after(stage, now), start);

test('nothing is made yet: the first stage is ready, the others wait', () => {
  expect(stageNames.map((stage) => statusOf(whp, stage, start).kind)).toEqual([
    'skipped',
    'ready',
    'empty',
    'empty',
    'empty',
  ]);
  expect(missingBefore(whp, 'evaluate', start)).toEqual(['reinforce', 'label', 'unlearn']);
});

test('everything is made: all done, nothing missing', () => {
  expect(made).toEqual(['reinforce', 'label', 'unlearn', 'evaluate']);
  expect(made.map((stage) => statusOf(whp, stage, done).kind)).toEqual(Array(4).fill('done'));
  expect(missingBefore(whp, 'evaluate', done)).toEqual([]);
});

test('a change reaches the stages that depend on it, and says what changed', () => {
  const now = withSettings(done, { alpha: 2, unlearn: { ...standard.unlearn, steps: 7 } });
  expect(statusOf(whp, 'reinforce', now)).toEqual({ kind: 'done' });
  expect(statusOf(whp, 'label', now)).toEqual({ kind: 'outOfDate', because: ['alpha'] });
  expect(statusOf(whp, 'unlearn', now)).toEqual({ kind: 'outOfDate', because: ['alpha', 'unlearnSteps'] });
  expect(missingBefore(whp, 'evaluate', now)).toEqual(['label', 'unlearn']);
  expect(statusOf(whp, 'label', withSettings(now, { alpha: standard.alpha }))).toEqual({ kind: 'done' });
});

test('fewer bits reach every stage, while 32, as all results were made before, are no part of a fingerprint', () => {
  expect(fingerprint(whp, 'reinforce', start)).not.toHaveProperty('weightBits');
  const now = withSettings(done, { weightBits: '4' });
  for (const stage of ['reinforce', 'label', 'unlearn'] as const)
    expect(statusOf(whp, stage, now)).toEqual({ kind: 'outOfDate', because: ['weightBits'] });
});

test('another dictionary leaves the reinforced model, which never read a translation', () => {
  const now = { ...done, inputs: { ...inputs, dictionary: 'another' } };
  expect(missingBefore(whp, 'evaluate', now)).toEqual(['label', 'unlearn']);
});

test('a stage that ran again counts as changed only if another result came out', () => {
  const other = after('reinforce', done, 'reinforce 2');
  expect(statusOf(whp, 'label', other)).toEqual({ kind: 'outOfDate', because: ['reinforce'] });
  expect(statusOf(whp, 'label', after('reinforce', done))).toEqual({ kind: 'done' });
});

test.each(['seed', 'blockLength'] as const)(
  'without a reinforced model, labels are out of date after a change of %s, not a dead end',
  (name) => {
    const off = withSettings(start, { reinforced: false });
    const labelled = after('label', off);
    expect(statusOf(whp, 'reinforce', labelled)).toEqual({ kind: 'skipped' });
    expect(missingBefore(whp, 'unlearn', labelled)).toEqual([]);
    const now = withSettings(labelled, { [name]: standard[name] + 8 });
    expect(statusOf(whp, 'label', now)).toEqual({ kind: 'outOfDate', because: [name] });
    expect(missingBefore(whp, 'unlearn', now)).toEqual(['label']);
  },
);

test('without a reinforced model, the settings of its training change nothing', () => {
  const off = after('label', withSettings(start, { reinforced: false }));
  const now = withSettings(off, { reinforce: { ...standard.reinforce, steps: 3 } });
  expect(statusOf(whp, 'label', now)).toEqual({ kind: 'done' });
});

test('a model that reads first is another baseline, for every stage, until it is switched off again', () => {
  const reading = withSettings(done, { readFirst: true });
  expect(missingBefore(whp, 'evaluate', reading)).toEqual(['read', 'reinforce', 'label', 'unlearn']);
  const read = after('read', reading);
  for (const stage of made)
    expect(statusOf(whp, stage, read)).toMatchObject({ kind: 'outOfDate', because: ['read'] });
  expect(missingBefore(textOnly, 'evaluate', reading)).toEqual(['unlearn']);

  const all = made.reduce((now, stage) => after(stage, now), read);
  expect(missingBefore(whp, 'evaluate', all)).toEqual([]);
  expect(statusOf(whp, 'evaluate', all)).toEqual({ kind: 'done' });
  const off = withSettings(all, { readFirst: false });
  expect(statusOf(whp, 'reinforce', off)).toEqual({ kind: 'outOfDate', because: ['read'] });
  expect(statusOf(whp, 'evaluate', withSettings(off, { readFirst: true }))).toEqual({ kind: 'done' });
});

test('a method has the stages that it names', () => {
  expect(stagesOf(textOnly, standard)).toEqual(['unlearn', 'evaluate']);
  expect(statusOf(textOnly, 'label', start)).toEqual({ kind: 'skipped' });
  expect(missingBefore(textOnly, 'evaluate', start)).toEqual(['unlearn']);
  expect(() => fingerprint(textOnly, 'label', start)).toThrow(RangeError);
});

test('what an earlier version saved is out of date for that reason', () => {
  const now = { ...start, results: { reinforce: { fingerprint: unknownFingerprint, id: 'x' } } };
  expect(statusOf(whp, 'reinforce', now)).toEqual({ kind: 'outOfDate', because: ['version'] });
});

test('what was made elsewhere is never out of date, and nothing has to run before it', () => {
  const given = { fingerprint: unknownFingerprint, id: 'x', isGiven: true };
  const now = { ...start, results: { unlearn: given } };
  expect(statusOf(whp, 'unlearn', now)).toEqual({ kind: 'done' });
  expect(missingBefore(whp, 'evaluate', now)).toEqual([]);
  expect(missingBefore(whp, 'unlearn', now)).toContain('label'); // to make one in its place
});

test('a fingerprint names its parts and does not depend on their order', () => {
  const label = fingerprint(whp, 'label', done);
  expect(label).toMatchObject({ dictionary: 'hash of dictionary', alpha: '8', reinforce: 'reinforce 1' });
  expect(fingerprint(whp, 'unlearn', done)).toMatchObject({ unlearnRetainShare: '0.375', label: 'label 1' });
  const turned = Object.fromEntries(Object.entries(label).reverse());
  expect(fingerprintId(turned)).toBe(fingerprintId(label));
  expect(changedParts(label, turned)).toEqual([]);
  expect(fingerprintId({ ...label, alpha: '9' })).not.toBe(fingerprintId(label));
});

test('every setting is claimed by a stage: a change of one that is not would leave results looking up to date', () => {
  type Claimed = (
    | typeof readStage
    | typeof reinforceStage
    | typeof labelStage
    | typeof unlearnOnLabels
    | typeof unlearnOnText
    | typeof evaluateStage
  )['settings'][number];
  // A switch shows in the stages that need what it leaves out.
  expectTypeOf<Exclude<StandardName, Claimed | typeof readStage.runsIf>>().toBeNever();
});
