/** Runs of several stages on a micro data set: missing stages run first, and nothing else. */
import { afterEach, expect, test, vi } from 'vitest';
import { makeError } from '../base/errors';
import { englishErrors } from './error-catalogue';
import type { RunSettings } from '../methods/settings';
import type { StageName } from '../pipeline/stage';
import { labHost, type Made, type RunPlan } from './lab-host';
import { microLab, microLoad, microSettings as settings, runJob } from './micro-lab';
import { runTo, type RunEvent, type RunHost } from './run-to';

const evaluate = { variants: ['unlearned'], parts: ['text'] } as const;
const lab = microLab();
afterEach(() => lab.release());
const { signal } = new AbortController();

async function events(host: RunHost, target: StageName): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of runTo(host, target)) all.push(event);
  return all;
}

/** The stages that ran. */
async function ran(target: StageName, plan: Partial<RunPlan> = {}, made: Made = {}): Promise<StageName[]> {
  const host = labHost(lab, { settings, evaluate, ...plan }, signal, made);
  return (await events(host, target)).flatMap((event) => (event.kind === 'made' ? [event.stage] : []));
}
const change = (part: Partial<RunSettings>) => ({ settings: { ...settings, ...part } });

test('a run runs the missing stages in order, and reruns only those whose inputs changed', async () => {
  await runJob(lab, 'load', microLoad);
  const made: Made = {};
  expect(await ran('evaluate', {}, made)).toEqual(['reinforce', 'label', 'unlearn', 'evaluate']);
  expect(made.report?.evaluation.unlearned?.perplexity?.agg_value).toBeGreaterThan(1);
  expect(made.unlearn?.compared.before.names).not.toBe(made.unlearn?.compared.after.names);
  expect(await ran('evaluate')).toEqual(['evaluate']);
  expect(await ran('unlearn', change({ alpha: 2 }))).toEqual(['label', 'unlearn']);
  expect(await ran('label', change({ reinforce: { ...settings.reinforce, steps: 2 } }))).toEqual([
    'reinforce',
    'label',
  ]);
  const overrides = [{ block: 0, position: 3, label: 7, by: ['ann'] }];
  await ran('unlearn');
  expect(await ran('evaluate', { overrides })).toEqual(['unlearn', 'evaluate']);
});

test.each([
  ['seed', { seed: 9 }, ['label', 'unlearn']],
  ['batch', { unlearn: { ...settings.unlearn, batch: 3 } }, ['unlearn']],
  ['steps', { reinforce: { ...settings.reinforce, steps: 2 } }, ['unlearn']],
] as const)('without a reinforced model a change of %s is no dead end', async (_, part, stages) => {
  await runJob(lab, 'load', microLoad);
  const off = { ...settings, reinforced: false };
  expect(await ran('unlearn', { settings: off })).toEqual(['label', 'unlearn']);
  expect(await ran('unlearn', { settings: { ...off, ...part } })).toEqual(stages);
});

test('reports the stages ahead', async () => {
  await runJob(lab, 'load', microLoad);
  const all = await events(labHost(lab, { settings, evaluate }, signal), 'unlearn');
  expect(all.flatMap((event) => (event.kind === 'stage' ? [event] : []))).toEqual([
    { kind: 'stage', stage: 'reinforce', ahead: ['label', 'unlearn'] },
    { kind: 'stage', stage: 'label', ahead: ['unlearn'] },
    { kind: 'stage', stage: 'unlearn', ahead: [] },
  ]);
  expect(all.filter((event) => event.kind === 'progress').length).toBeGreaterThan(8);
});

test('recovers once from a lost device, and continues with the stages still missing', async () => {
  await runJob(lab, 'load', microLoad);
  const host = labHost(lab, { settings, evaluate }, signal);
  const lost = makeError(englishErrors, 'runtime/device-lost', { reason: 'gone' });
  let losses = 1;
  const run: RunHost['run'] = async function* (stage, resume) {
    if (stage === 'label' && losses-- > 0) throw lost;
    yield* host.run(stage, resume);
  };
  const reload = vi.fn(async () => {
    await runJob(lab, 'load', microLoad);
    return true;
  });
  const kinds = (await events({ ...host, run, reload }, 'label')).flatMap((event) =>
    event.kind === 'progress' ? [] : [`${event.kind} ${event.stage}`],
  );
  expect(kinds.slice(2, 5)).toEqual(['stage label', 'recovering label', 'stage reinforce']);
  expect(kinds.at(-1)).toBe('made label');
  expect(reload).toHaveBeenCalledOnce();

  losses = 2;
  await expect(events({ ...host, run, reload }, 'label')).rejects.toBe(lost);
});
