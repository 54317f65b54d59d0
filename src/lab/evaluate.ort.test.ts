/** An evaluation on a micro data set: the same for any batch size, cancellable, without what cannot be computed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluatedVariants, type Report } from '../evaluate/report';
import { parseReport, writeReport } from '../evaluate/report-file';
import { evaluationParts, type EvaluateInput } from './evaluate-input';
import type { Lab } from './lab';
import { microFiles, microLab, microLoad, microSettings as settings, runJob } from './micro-lab';

const asked = [
  'she met',
  'he saw a',
  'the hen',
  'at dawn',
  'a man had',
  'hello to',
  'it was',
  'Bea said',
  'Cab',
];
const prompts = asked.map((prompt, i) => ({ prompt, references: ['Bea'], subtlety: 1 + (i % 3) }));
const questions = {
  'w/prompts.json': prompts,
  'w/sayings.json': [{ prompt: 'a red', references: ['egg'] }],
  'w/neighbour.json': prompts.map((one, i) => ({ ...one, part: i % 2 ? 'own' : 'shared', retained: i < 4 })),
  'w/probability.json': [{ prompt: 'she met', familiar: ['Bea'], generic: ['Ada', 'Eda'] }],
  'w/tasks.json': [
    {
      name: 'eggs',
      items: asked.map((prompt) => ({ prompt, options: ['an egg', 'a hat', 'Cab'], answer: 1 })),
    },
  ],
  'w/truth.json': asked.map((prompt) => ({ prompt, right: 'Bea', wrong: ['Ada', 'a hen'] })),
  'w/theme.json': { theme: ['hen'], common: [] },
  'w/holdout.json': {
    passages: ['Ada had a hen. The hen had a hat. Ada met Bea at dawn and Bea was glad.'],
    like: 1,
  },
  'w/attacks.json': {
    context: prompts.slice(0, 2),
    paraphrase: prompts.slice(0, 4).map((one, i) => ({ ...one, fact: i % 2 })),
    relearning: { sentences: ['Bea met Cab.', 'Cab was glad.'], prompts: prompts.slice(0, 3) },
  },
};
const gold = {
  'w/gold.json': { model: 'g' },
  ...Object.fromEntries(
    ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'].map((name) => [
      `g/${name}`,
      microFiles[`m/${name}`],
    ]),
  ),
};
const monitor = { every: 2 };

async function evaluate(lab: Lab, input: EvaluateInput) {
  const { result, events } = await runJob(lab, 'evaluate', { ...input, settings });
  return { result: result.report, events };
}

/** Everything that was measured except the time it took. */
const measured = ({ evaluation: { seconds, secondsByVoice, ...variants }, curves, attacks }: Report) => {
  expect(seconds).toBeGreaterThan(0);
  expect(Object.keys(secondsByVoice ?? {}).length).toBeGreaterThan(0);
  return { variants, curves, attacks };
};

describe('an evaluation', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = microLab({ ...questions, ...gold });
    await runJob(lab, 'load', microLoad);
    await runJob(lab, 'reinforce', { settings });
    await runJob(lab, 'label', { settings });
    await runJob(lab, 'unlearn', { settings, monitor });
  });
  afterAll(() => lab.release());

  test('leaves out and names what is longer than the context, and gives the rest the same figures', async () => {
    const long = { prompt: 'a man had a hat and a cat '.repeat(3), references: ['Bea'], subtlety: 1 };
    // The model takes 64 tokens, one of them BOS; 16 are for the answer.
    const fits = { ...long, prompt: 'a'.repeat(47) };
    const parts = ['completions', 'general', 'neighbour'] as const;
    const choice = { options: ['an egg', 'a hat'], answer: 0 };
    const tasks = (items: readonly { prompt: string }[]) => [
      { name: 'hats', items: items.map(({ prompt }) => ({ ...choice, prompt })) },
    ];
    const ask = async (added: readonly (typeof long)[]) => {
      const all = [...added, ...prompts, fits];
      const { result, events } = await evaluate(lab, { parts, prompts: all, tasks: tasks(all) });
      const items = events.flatMap((event) => (event.kind === 'planned' ? [event.items] : []));
      return { result, items };
    };
    const before = await ask([]);
    expect(before.result.leftOut).toBeUndefined();
    const after = await ask([long, { ...fits, prompt: 'b'.repeat(64) }]);
    const { leftOut } = after.result;
    expect(leftOut).toEqual({ count: 4, first: long.prompt, tokens: 95, most: 64 });
    expect(measured(after.result)).toEqual(measured(before.result));
    expect(after.result.items).toEqual(before.result.items);
    expect(after.items).toEqual(before.items);
    expect(parseReport(writeReport(after.result)).leftOut).toEqual(leftOut);
  });

  test('of every variant, part and attack gives a report that survives a round trip through its file', async () => {
    const { result, events } = await evaluate(lab, {
      variants: evaluatedVariants,
      parts: evaluationParts.full,
    });
    expect(parseReport(writeReport(result))).toEqual(JSON.parse(JSON.stringify(result)));
    const { unlearned, gold: reference, equation1 } = result.evaluation;
    expect(Object.keys(unlearned ?? {})).toHaveLength(24);
    expect(unlearned?.forgetQuality?.agg_value).not.toBeNull();
    expect(reference?.forgetQuality).toBeUndefined();
    expect(reference?.klToGold).toBeUndefined();
    expect(equation1?.perplexity?.agg_value).toBeGreaterThan(1);
    expect(Object.keys(result.attacks ?? {})).toEqual([
      'context',
      'paraphrase',
      'bits8',
      'bits4',
      'relearning',
      'relearningMerged',
    ]);
    expect(result.curves.familiarity?.unlearned?.map(([step]) => step)).toEqual([0, 2, 4]);
    expect(result.curves['relearning: answers']?.gold?.[0]?.[0]).toBe(0);
    expect(result.curves['relearningMerged: answers']?.unlearned).toHaveLength(5);
    // Gold has no adapter to merge: it starts alike in both.
    expect(result.attacks?.relearningMerged?.voices.gold).toEqual(result.attacks?.relearning?.voices.gold);
    expect(result.trace?.rows).toHaveLength(3);

    const progress = events.flatMap((event) => (event.kind === 'evaluate' ? [event] : []));
    const done = progress.map((event) => event.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.of);
    expect(progress.every(({ rate }) => rate > 0)).toBe(true);
  });

  test('gives the same figures with batches of one and of eight prompts', async () => {
    const variants = ['equation1', 'unlearned', 'gold'] as const;
    const one = measured((await evaluate(lab, { variants, batch: 1 })).result);
    const eight = measured((await evaluate(lab, { variants, batch: 8 })).result);
    const flat = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([k, x]) => [k, ...flat(x)])
        : [value];
    const [a, b] = [flat(one), flat(eight)];
    expect(a.length).toBe(b.length);
    a.forEach((x, i) => (typeof x === 'number' ? expect(b[i]).toBeCloseTo(x, 4) : expect(b[i]).toBe(x)));
  });

  test('asks the tasks of the user’s files in place of the data set’s, of every variant', async () => {
    const items = [{ prompt: 'she met', options: ['Bea', 'Cab'], answer: 0 }];
    const tasks = [
      { name: 'mine', items },
      { name: 'more', items: [...items, ...items] },
    ];
    const variants = ['baseline', 'unlearned'] as const;
    const { result, events } = await evaluate(lab, { variants, parts: ['general'], tasks });
    for (const variant of variants)
      expect(result.evaluation[variant]?.general?.groups).toMatchObject({ mine: { n: 1 }, more: { n: 2 } });
    expect(Object.keys(result.evaluation.baseline?.general?.groups ?? {})).toEqual(['mine', 'more']);
    expect(events).toContainEqual({ kind: 'planned', items: { general: 6 } });
    expect(result.split).toBe((await evaluate(lab, { variants, parts: ['general'] })).result.split);
  });

  test('gives the same report twice', async () => {
    const again = async () => measured((await evaluate(lab, { parts: evaluationParts.full })).result);
    expect(await again()).toEqual(await again());
  });

  test('stops when cancelled, and can be started again', async () => {
    let seen = 0;
    const input = { settings, variants: ['unlearned'] as const, batch: 2 };
    const stopped = runJob(lab, 'evaluate', input, ({ kind }, abort) => {
      if (kind === 'evaluate' && ++seen === 3) abort();
    });
    await expect(stopped).rejects.toThrow('aborted');
    expect(seen).toBe(3);
    expect(
      (await evaluate(lab, { variants: ['baseline'], parts: ['general'] })).result.evaluation,
    ).toMatchObject({
      baseline: { general: { groups: { eggs: { n: 9 } } } },
    });
  });

  test('takes the user’s own prompts', async () => {
    const own = [{ prompt: 'the cat', references: ['hat'], subtlety: null }];
    const { result } = await evaluate(lab, { variants: ['baseline'], parts: ['completions'], prompts: own });
    expect(result.items.familiarity).toEqual({ 0: own[0] });
    expect(result.evaluation.baseline?.sayings).toBeUndefined();
  });

  test('refuses a variant that has not been trained', async () => {
    const fresh = microLab(questions);
    await runJob(fresh, 'load', microLoad);
    await expect(evaluate(fresh, { variants: ['unlearned'] })).rejects.toThrow('needs the result of');
    await runJob(fresh, 'reinforce', { settings });
    await expect(evaluate(fresh, { variants: ['unlearned'] })).rejects.toThrow('needs the result of Unlearn');
    await fresh.release();
  });

  test('a monitored training can end early', async () => {
    await runJob(lab, 'reinforce', { settings });
    await runJob(lab, 'label', { settings });
    const { events, result } = await runJob(lab, 'unlearn', { settings, monitor: { every: 1, until: 5 } });
    expect(result.end).toMatchObject({ steps: 1, of: 4, ending: 'earlyStopped' });
    expect(events.filter(({ kind }) => kind === 'step')).toHaveLength(1);
    expect(events.filter(({ kind }) => kind === 'probe')).toHaveLength(2);
    await expect(runJob(lab, 'unlearn', { settings, monitor: { every: 0 } })).rejects.toThrow(
      'monitor.every',
    );
  });

  test('a training that the user stops keeps its current model and what was measured so far', async () => {
    await runJob(lab, 'label', { settings });
    const { events, result } = await runJob(lab, 'unlearn', { settings, monitor: { every: 3 } }, (event) => {
      if (event.kind === 'step' && event.step === 2) lab.stopHere();
    });
    expect(result.end).toMatchObject({ steps: 2, of: 4, ending: 'stoppedByUser' });
    expect(events.flatMap((event) => (event.kind === 'probe' ? [event.step] : []))).toEqual([0, 2]);
    const { result: report } = await evaluate(lab, { variants: ['unlearned'], parts: ['completions'] });
    expect(report.curves.familiarity?.unlearned?.map(([step]) => step)).toEqual([0, 2]);
  });
});

test('without a gold model and questions, the metrics that need them are absent', async () => {
  const lab = microLab();
  await runJob(lab, 'load', microLoad);
  const { result } = await evaluate(lab, { variants: ['baseline', 'gold'] });
  expect(result.evaluation.gold).toBeUndefined();
  const { baseline = {} } = result.evaluation;
  expect(baseline.familiarity?.agg_value).toBeTypeOf('number');
  for (const name of [
    'forgetQuality',
    'privLeak',
    'klToGold',
    'general',
    'truthRatio',
    'modelUtility',
    'membershipAuc',
  ] as const)
    expect(baseline[name]).toBeUndefined();
  await lab.release();
});
