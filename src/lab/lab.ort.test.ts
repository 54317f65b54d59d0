/** The whole pipeline on a micro data set: order of stages, cancelling, errors, and bit-identical reruns. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLabels } from '../unlearn/parse-labels';
import { summarize } from '../unlearn/record';
import { writeLabels } from '../unlearn/write-labels';
import { startJob, type JobInput, type JobName } from './jobs';
import type { Lab } from './lab';
import {
  microFiles,
  microLab,
  microLoad as load,
  microSettings as settings,
  overflowing,
  runJob,
} from './micro-lab';

/** Runs a job; `onStep` may abort it. */
async function run<K extends JobName>(
  lab: Lab,
  name: K,
  input: JobInput<K>,
  onStep?: (abort: () => void) => void,
) {
  const { result, events } = await runJob(lab, name, input, ({ kind }, abort) => {
    if (kind === 'step') onStep?.(abort);
  });
  return { result, steps: events.filter(({ kind }) => kind === 'step').length };
}

describe('the pipeline', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = microLab();
    await run(lab, 'load', load);
  });
  afterAll(() => lab.release());

  test('runs all stages, measures and answers', async () => {
    await run(lab, 'reinforce', { settings });
    const { labels } = (await run(lab, 'label', { settings })).result;
    expect(summarize(labels.blocks).supervised).toBeGreaterThan(0);
    expect(labels.origin).toMatchObject({ variant: 'paper', settings });
    expect(labels.vocabulary).toHaveLength(48);
    expect(labels.vocabulary[1]).toBe('a');
    expect(parseLabels(writeLabels(labels), 'labels')).toEqual(labels);
    expect((await run(lab, 'unlearn', { settings })).steps).toBe(4);
    const { result: measures } = await run(lab, 'measure', { settings, variant: 'unlearned' });
    expect(measures.names).toBeGreaterThan(0);
    expect(measures.perplexity).toBeGreaterThan(1);
    const ask = {
      prompts: ['she met', 'he saw a'],
      variants: ['baseline', 'unlearned'],
      maxTokens: 5,
      settings,
    } as const;
    const { result: answers } = await run(lab, 'ask', ask);
    expect(answers.map((row) => row.length)).toEqual([2, 2]);
  });

  test('equation 1 answers beside the variants, from the prompt or its translation', async () => {
    await run(lab, 'reinforce', { settings });
    const ask = { prompts: ['Bea met', 'he'], variants: ['baseline', 'equation1'], maxTokens: 5 } as const;
    const { result: plain } = await run(lab, 'ask', { ...ask, settings: { ...settings, alpha: 0 } });
    for (const [baseline, equation1] of plain) expect(equation1).toBe(baseline);
    const { result } = await run(lab, 'ask', { ...ask, baselineReads: 'translation', settings });
    expect(result.map((row) => row.length)).toEqual([2, 2]);
  });

  test('equation 1 answers again at another α, as if it had been asked with it', async () => {
    await run(lab, 'reinforce', { settings });
    const ask = { prompts: ['Bea met'], variants: ['baseline', 'equation1'], maxTokens: 8 } as const;
    const asked = async (alpha: number) =>
      (await run(lab, 'ask', { ...ask, settings: { ...settings, alpha } })).result[0]?.[1];
    const [none, much] = [await asked(0), await asked(20)];
    const { result, events } = await runJob(lab, 'answerAt', { alpha: 0 });
    expect(result).toBe(none);
    const written = events.flatMap((event) => (event.kind === 'write' ? event.written : []));
    expect(written.map(({ token }) => token.text).join('')).toBe(none);
    expect((await runJob(lab, 'answerAt', { alpha: 20 })).result).toBe(much);
    await expect(runJob(lab, 'answerAt', { alpha: Number.NaN })).rejects.toThrow('alpha');
  });

  test('a model that is gone does not answer again', async () => {
    const ask = { prompts: ['Bea met'], variants: ['equation1'], maxTokens: 3, settings } as const;
    await run(lab, 'ask', ask);
    expect((await runJob(lab, 'answerAt', { alpha: 1 })).result).not.toBeNull();
    await run(lab, 'reinforce', { settings });
    expect((await runJob(lab, 'answerAt', { alpha: 1 })).result).toBeNull();
  });

  test('between two steps of a training, its variant answers as it is so far; the training ends with the same bits', async () => {
    const fast = { ...settings, reinforce: { ...settings.reinforce, steps: 4, learningRate: 0.1 } };
    const probe = { prompts: ['she met'], variants: ['reinforced'], maxTokens: 4, settings: fast } as const;
    const first = (job: { result: string[][] }) => job.result[0]?.[0];
    const plain = microLab();
    await run(plain, 'load', load);
    await run(plain, 'reinforce', { settings: fast });
    const undisturbed = plain.workspace.results.reinforce?.id;
    await plain.release();

    const asked = microLab();
    await run(asked, 'load', load);
    const reading = { ...fast, readFirst: true };
    await run(asked, 'read', { settings: reading });
    expect(asked.workspace.bank(fast).adapter('reinforced')).toBeNull();
    const states: (Float32Array | undefined)[] = [];
    const job = startJob(asked, 'reinforce', { settings: fast }, new AbortController().signal);
    for (let next = await job.next(); !next.done; next = await job.next()) {
      if (next.value.kind !== 'step') continue;
      states.push(await asked.workspace.training?.read().then(({ flat }) => flat));
      expect(first(await run(asked, 'ask', probe))).toEqual(expect.any(String));
      // Settings of another baseline do not exchange the model in training.
      expect(first(await run(asked, 'ask', { ...probe, settings: reading }))).toEqual(expect.any(String));
    }
    expect(states).toHaveLength(4);
    expect(states[1]).not.toEqual(states[0]);
    expect(asked.workspace.training).toBeNull();
    expect(asked.workspace.results.reinforce?.id).toBe(undisturbed);
    await asked.release();
  });

  test('gives the probability of every generated token', async () => {
    const input = { prompts: ['Bea met'], variants: ['baseline'], maxTokens: 5, settings } as const;
    const { result, events } = await runJob(lab, 'ask', input);
    const written = events.flatMap((event) => (event.kind === 'write' ? event.written : []));
    expect(written.map(({ token }) => token.text).join('')).toBe(result[0]?.[0]);
    for (const { token } of written) {
      const { text, probability, top } = token;
      expect(top).toHaveLength(5);
      expect(top[0]).toEqual({ text, probability }); // greedy
    }
  });

  test('samples tokens with a seed, with the same draws for every variant', async () => {
    const input = { prompts: ['Bea met'], variants: ['baseline', 'baseline'], maxTokens: 8 } as const;
    const draw = async (seed: number, temperature: number) => {
      const sampled = { seed, temperature, topP: 0.9 };
      return (await run(lab, 'ask', { ...input, sampled, settings })).result[0];
    };
    const [one, other] = (await draw(1, 1)) ?? [];
    expect(one).toBe(other);
    expect(await draw(1, 1)).toEqual([one, other]);
    expect(await draw(2, 1)).not.toEqual([one, other]);
    const { result: greedy } = await run(lab, 'ask', { ...input, settings });
    expect(await draw(2, 0)).toEqual(greedy[0]);
    await expect(draw(1, -1)).rejects.toThrow('temperature');
  });

  test('reports the translated prompt, and asks the gold model if there is one', async () => {
    const input = { prompts: ['Cab met'], variants: ['equation1'], maxTokens: 3, settings } as const;
    const { result, events } = await runJob(lab, 'ask', {
      ...input,
      baselineReads: 'translation',
      gold: true,
    });
    expect(events).toContainEqual({ kind: 'read', translated: ['Dan met'] });
    expect(result[0]).toHaveLength(1);

    const golden = Object.entries(microFiles).filter(([path]) => path.startsWith('m/'));
    const files = Object.fromEntries(golden.map(([path, file]) => [path.replace('m/', 'g/'), file]));
    const rich = microLab({ ...files, 'w/gold.json': { model: 'g' } });
    await run(rich, 'load', load);
    const { result: both } = await run(rich, 'ask', { ...input, variants: ['baseline'], gold: true });
    expect(both[0]?.[1]).toBe(both[0]?.[0]); // the gold model of this test is the baseline
    await rich.release();
  });

  test('gives the same answers for the same seed', async () => {
    const again = async () => {
      await run(lab, 'reinforce', { settings });
      await run(lab, 'label', { settings });
      await run(lab, 'unlearn', { settings });
      return (await run(lab, 'measure', { settings, variant: 'unlearned' })).result;
    };
    expect(await again()).toEqual(await again());
  });

  test('trains on soft labels', async () => {
    const soft = { ...settings, softLabels: true };
    await run(lab, 'reinforce', { settings: soft });
    await run(lab, 'label', { settings: soft });
    expect((await run(lab, 'unlearn', { settings: soft })).steps).toBe(4);
  });

  test('a cancel stops within one step, and the next run works', async () => {
    let seen = 0;
    const cancelled = run(lab, 'reinforce', { settings }, (abort) => {
      seen += 1;
      if (seen === 2) abort();
    });
    await expect(cancelled).rejects.toThrow('aborted');
    expect(seen).toBe(2);
    expect((await run(lab, 'reinforce', { settings })).steps).toBe(4);
  });

  test.each([
    { seed: 99 },
    { remainder: 'drop' },
    { reinforce: { ...settings.reinforce, batch: 4 } },
    { reinforce: { ...settings.reinforce, steps: 5 } },
    { lora: { ...settings.lora, rank: 3 } },
  ] as const)('a stage out of order says which one is missing (other settings: %j)', async (change) => {
    await run(lab, 'reinforce', { settings });
    const other = { ...settings, ...change };
    await expect(run(lab, 'unlearn', { settings: other })).rejects.toThrow('needs the result of Reinforce');
  });

  test('other rules or another dictionary make the labels stale, but not the reinforced model', async () => {
    await run(lab, 'reinforce', { settings });
    const { labels: before } = (await run(lab, 'label', { settings })).result;
    const other = { ...settings, forbid: false };
    await expect(run(lab, 'unlearn', { settings: other })).rejects.toThrow('needs the result of Labels');
    const { labels: after } = (await run(lab, 'label', { settings: other })).result;
    expect(after.blocks.every(({ forbidden }) => forbidden.length === 0)).toBe(true);

    const { result: corrected } = await run(lab, 'setDictionary', {
      dictionary: [{ term: 'Bea', translations: ['Zoe'] }],
    });
    const { labels: brought } = (await run(lab, 'label', { settings })).result;
    expect(brought.origin.hashes).toEqual({ ...before.origin.hashes, world: corrected.hashes.world });
    expect(new Set(brought.blocks.flatMap(({ anchors }) => anchors.map(({ term }) => term)))).toEqual(
      new Set(['Bea']),
    );
    await run(lab, 'load', load);
  });

  test('a dictionary with a duplicate term is refused, and the current one stays in use', async () => {
    const twice = [
      { term: 'Bea', translations: ['Ann'] },
      { term: ' Bea', translations: ['Eve'] },
    ] as const;
    await expect(run(lab, 'setDictionary', { dictionary: twice })).rejects.toThrow('term " Bea"');
    await run(lab, 'reinforce', { settings });
    const { labels: result } = (await run(lab, 'label', { settings })).result;
    expect(result.blocks.flatMap(({ anchors }) => anchors.map(({ term }) => term))).toContain('Cab');
  });

  test('reproduces the rules as they were released', async () => {
    const released = {
      ...settings,
      matchRule: 'first',
      wordBoundary: false,
      translationDraw: 'spelling',
      remainder: 'drop',
    } as const;
    await run(lab, 'reinforce', { settings: released });
    const { labels: result } = (await run(lab, 'label', { settings: released })).result;
    expect(result.blocks.every((block) => block.ids.length === settings.blockLength)).toBe(true);
  });

  test.each([
    [{ reinforce: { ...settings.reinforce, learningRate: Number.NaN } }, 'reinforce.learningRate'],
    [{ unlearn: { ...settings.unlearn, retainShare: 0.9 } }, 'unlearn.retainShare'],
    [{ reinforce: { ...settings.reinforce, batch: 1.5 } }, 'reinforce.batch'],
  ])('a wrong setting is named and nothing runs', async (change, field) => {
    await expect(run(lab, 'reinforce', { settings: { ...settings, ...change } })).rejects.toThrow(field);
  });

  test('a loss of NaN stops the training, and the error names the step', async () => {
    const wild = microLab(overflowing);
    await run(wild, 'load', load);
    await expect(run(wild, 'reinforce', { settings })).rejects.toThrow('Training diverged at step 1');
    await wild.release();
  });
});

describe('damaged files', () => {
  const weights = microFiles['m/model.safetensors'] as Uint8Array;
  test.each([
    ['a cut-off model', { 'm/model.safetensors': weights.slice(0, -4) }, 'm/model.safetensors: expected'],
    [
      'a model without a weight',
      { 'm/config.json': { ...(microFiles['m/config.json'] as object), attention_bias: true } },
      'q_proj.bias',
    ],
    [
      'another shape',
      { 'm/config.json': { ...(microFiles['m/config.json'] as object), intermediate_size: 16 } },
      'expected shape [16, 16]',
    ],
    ['a dictionary with an empty translation', { 'w/dictionary.json': { Bea: '' } }, 'term "Bea"'],
    ['a text without passages', { 'w/forget.json': { title: 'x', passages: [] } }, 'w/forget.json'],
  ])('%s is refused and the lab stays usable', async (_, changes, reason) => {
    const lab = microLab(changes);
    await expect(run(lab, 'load', load)).rejects.toThrow(reason);
    await expect(run(lab, 'reinforce', { settings })).rejects.toThrow('No model is loaded');
  });
});
