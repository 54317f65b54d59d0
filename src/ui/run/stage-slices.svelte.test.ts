import { expect, test } from 'vitest';
import { settingsFor } from '../../methods/settings';
import { fingerprint } from '../../pipeline/fingerprint';
import { RunState } from './run-state.svelte';
import { stageView, statuses } from './stage-slices';

/** A run whose first training was interrupted. */
function interruptedRun(): RunState {
  const run = new RunState();
  const made = fingerprint(run.pipeline, 'reinforce', run.now);
  const curves = { losses: [], probes: [] };
  run.stages.reinforce.restoreInterrupted({ step: 40, of: 120, fingerprint: made }, curves);
  return run;
}

test('without a model, every stage is empty and can run nothing', () => {
  const run = new RunState();
  expect(statuses(run)).toEqual({
    read: 'skipped',
    reinforce: 'empty',
    label: 'empty',
    unlearn: 'empty',
    evaluate: 'empty',
  });
  expect(stageView(run, 'unlearn')).toMatchObject({
    missing: ['reinforce', 'label'],
    isLoaded: false,
    isBusy: false,
  });
});

test('a training can continue until its settings change', () => {
  const run = interruptedRun();
  expect(stageView(run, 'reinforce').interrupted).toMatchObject({ step: 40, of: 120 });
  run.settings = { ...run.settings, seed: 2 };
  expect(stageView(run, 'reinforce').interrupted).toBeNull();
});

test('a method without the stage leaves it out, interrupted or not', () => {
  const run = interruptedRun();
  run.settings = settingsFor('gradDiff');
  expect(stageView(run, 'reinforce')).toMatchObject({
    status: { kind: 'skipped', by: 'method' },
    interrupted: null,
  });
  run.settings = { ...settingsFor('whp'), reinforced: false };
  expect(stageView(run, 'reinforce').status).toEqual({ kind: 'skipped', by: 'settings' });
});

test('a stage that works keeps every other from running', () => {
  const run = new RunState();
  run.stages.label.begin();
  expect(statuses(run).label).toBe('running');
  expect(stageView(run, 'evaluate').isBusy).toBe(true);
});
