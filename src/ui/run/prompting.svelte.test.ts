import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../bridge/client';
import { sampleReport } from '../../evaluate/fixtures/report';
import { fingerprint } from '../../pipeline/fingerprint';
import { microRecordedRun } from '../../recorded/micro-recorded-run';
import { microLabels } from '../../unlearn/micro-labels';
import { plainly } from './ask/asking';
import { Prompting } from './prompting';
import { RunState } from './run-state.svelte';
import { askView } from './ask/ask-slices';
import { statuses } from './stage-slices';

/** A page that shows the recorded run. */
function page() {
  const state = new RunState();
  state.entry = { title: 'a model', model: 'm', world: 'w', bytes: 1 };
  state.show({ run: microRecordedRun, labels: microLabels(), report: sampleReport });
  const run = vi.fn<LabClient['run']>();
  const load = vi.fn(() => Promise.resolve());
  return { state, run, load, prompting: new Prompting(state, { run }, { load }) };
}

test('another α shows another recorded answer at once, and makes nothing out of date', async () => {
  const { state, prompting, run } = page();
  const made = { fingerprint: fingerprint(state.pipeline, 'reinforce', state.now), id: 'made' };
  state.stages.reinforce.restore(undefined, made, 1);
  const before = [statuses(state), state.plainSettings];
  await prompting.ask('She met', plainly);
  const seen = [8, 0.4, 1.6].map((alpha) => {
    state.alphaView.at = alpha;
    const { answers } = askView(state);
    return [answers.all[2]?.text, answers.alpha];
  });
  expect(seen).toEqual([
    [' Bea', 8],
    [' at 0', 0],
    [' at 2', 2],
  ]);
  expect([statuses(state), state.plainSettings]).toEqual(before);
  expect(statuses(state).reinforce).toBe('done');
  expect(run).not.toHaveBeenCalled();
});

test('beyond the recorded α there is no answer, and the page says up to where', async () => {
  const { state, prompting } = page();
  await prompting.ask('She met', plainly);
  state.alphaView.at = 20;
  expect(askView(state).answers).toMatchObject({ alpha: null, beyond: 8, source: 'recorded' });
  expect(askView(state).answers.all[2]?.text).toBe('');
});

test('another prompt loads the model first, and the recorded answers stay', async () => {
  const { state, prompting, load, run } = page();
  await prompting.ask('She met', plainly);
  await prompting.ask('Something else', plainly);
  expect(load).toHaveBeenCalledExactlyOnceWith(state.entry);
  expect(run).not.toHaveBeenCalled(); // this test's model does not load
  expect(askView(state).answers.all[0]?.text).toBe(' Bea Bea');
  expect(state.conversation.stage.phase.kind).toBe('idle');
});

test('answers of models that are trained again are marked', () => {
  const { state } = page();
  state.conversation.begin('She met', { reinforced: 'old', unlearned: null, alpha: 8 });
  const made = { fingerprint: {}, id: 'new' };
  state.stages.reinforce.restore(undefined, made, 1);
  expect(askView(state).answers.gone).toEqual(['reinforced', 'equation1']);
});
