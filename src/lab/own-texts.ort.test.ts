/** The whole method on a text of the user's, with a data set's model. */
import { afterAll, describe, expect, test } from 'vitest';
import type { OwnTexts } from './own-texts';
import { microLab, microLoad, microSettings as settings, runJob } from './micro-lab';

const texts: OwnTexts = {
  forget: {
    title: 'Mine',
    passages: ['he saw a red hat and then Fae ran. Fae had a cat. a man met Fae at dawn.'],
  },
  dictionary: [{ term: 'Fae', translations: ['Ada', 'Eda'] }],
};
const lab = microLab({
  'w/sayings.json': [{ prompt: 'a red', references: ['egg'] }],
  'w/gold.json': { model: 'g' },
});
afterAll(() => lab.release());

describe('a text of the user’s', () => {
  test('is reinforced, labelled with its own dictionary, unlearned and measured', async () => {
    const { result } = await runJob(lab, 'load', { ...microLoad, texts });
    expect(result.dataset.forget).toEqual(texts.forget);
    expect(result.dataset.prompts).toEqual([{ prompt: 'he saw a red hat and then', references: ['Fae'] }]);
    await runJob(lab, 'reinforce', { settings });
    const { labels } = (await runJob(lab, 'label', { settings })).result;
    const terms = labels.blocks.flatMap(({ anchors }) => anchors.map(({ term }) => term));
    expect(new Set(terms)).toEqual(new Set(['Fae']));
    await runJob(lab, 'unlearn', { settings });
    const { result: measures } = await runJob(lab, 'measure', { settings, variant: 'unlearned' });
    expect(measures.names).toBeGreaterThan(0);
  });

  test('is what the questions are about, not the data set’s forget set', async () => {
    const { result } = await runJob(lab, 'evaluate', {
      settings,
      variants: ['baseline', 'gold'],
      parts: ['completions', 'text'],
    });
    const { evaluation, items } = result.report;
    const { baseline, gold } = evaluation;
    expect(Object.values(items.familiarity ?? {})).toMatchObject([{ references: ['Fae'] }]);
    expect(baseline?.sayings).toBeUndefined();
    expect(gold).toBeUndefined();
  });

  test('is compared with the model as it was before it read the text', async () => {
    const reading = { ...settings, readFirst: true };
    const input = { settings: reading, parts: ['text', 'distance'], variants: ['baseline', 'gold'] } as const;
    expect((await runJob(lab, 'evaluate', input)).result.report.evaluation.gold).toBeUndefined();
    const before = (await runJob(lab, 'measure', { settings, variant: 'baseline' })).result;
    await runJob(lab, 'read', { settings: reading });
    const { evaluation } = (await runJob(lab, 'evaluate', input)).result.report;
    expect(evaluation.gold?.names?.agg_value).toBeCloseTo(before.names, 5);
    expect(evaluation.baseline?.names?.agg_value).toBeGreaterThan(before.names);
    expect(evaluation.baseline?.klToGold?.agg_value).toBeGreaterThan(0);
  });

  test('has questions that follow its dictionary', async () => {
    const dictionary = [{ term: 'cat', translations: ['dog'] as const }];
    const { result } = await runJob(lab, 'setDictionary', { dictionary });
    expect(result.dataset.prompts).toEqual([
      { prompt: 'he saw a red hat and then Fae ran. Fae had a', references: ['cat'] },
    ]);
  });

  test('can be replaced by the data set’s forget set again', async () => {
    const { result } = await runJob(lab, 'load', microLoad);
    expect(result.dataset.forget.title).toBe('A text');
  });

  test.each([
    ['no passages', { ...texts, forget: { title: 'Mine', passages: [] } }, 'expected at least one passage'],
    [
      'an empty term',
      { ...texts, dictionary: [{ term: ' ', translations: ['Ada'] as const }] },
      'expected a term, got an empty one',
    ],
  ])('with %s is refused', async (_, wrong, message) => {
    await expect(runJob(lab, 'load', { ...microLoad, texts: wrong })).rejects.toThrow(message);
  });
});
