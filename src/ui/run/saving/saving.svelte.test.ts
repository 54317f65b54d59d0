import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../bridge/client';
import { sampleReport } from '../../../evaluate/fixtures/report';
import { writeReport } from '../../../evaluate/report-file';
import { RunState } from '../run-state.svelte';
import { Saving } from './saving';

vi.mock(import('../../browser/save'), () => ({ save: vi.fn() }));

/** Saves the unlearned model `now` when the report is of the model `evaluated`; returns what the worker was asked. */
async function asked(evaluated: string, now: string): Promise<unknown> {
  const state = new RunState();
  const compared = { before: { names: 0.5, perplexity: 2 }, after: { names: 0.125, perplexity: 3 } };
  state.stages.unlearn.restore(compared, { id: now, fingerprint: {} }, 1);
  state.stages.evaluate.restore(sampleReport, { id: 'report', fingerprint: { unlearn: evaluated } }, 1);
  const run = vi.fn<LabClient['run']>().mockResolvedValue({ zip: new Blob() });
  await new Saving(state, { run }).save(['merged'], 'F32');
  return run.mock.calls[0]?.[1];
}

test('the report of the model goes with it', async () => {
  expect(await asked('model', 'model')).toMatchObject({ report: writeReport(sampleReport) });
});

test('a model that was unlearned again since goes without the report, with the figures of its own', async () => {
  expect(await asked('earlier model', 'model')).toMatchObject({
    report: null,
    figures: [
      { before: 0.5, after: 0.125 },
      { before: 2, after: 3 },
    ],
  });
});
