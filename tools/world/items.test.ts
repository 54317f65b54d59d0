/** The items of both splits are fair, and the test items are others than the development items. */
import { describe, expect, test } from 'vitest';
import { splits, type Split } from '../../src/evaluate/split';
import { drawTask } from './items';
import { tasks } from './knowledge/tasks';
import { attacks } from './questions/attacks';
import { probabilityPrompts, truthItems } from './questions/likelihood';
import { forgetPrompts, neighbourPrompts, phrases } from './questions/prompts';
import { saga } from './questions/target';
import { dictionary } from './saga/dictionary';
import { besideNeighbour, besideSaga, heldOut } from './texts';
import { trainingText } from './training-text';

/** Every prompt of a split. */
function promptsOf(split: Split): string[] {
  const target = saga[split];
  const { context, paraphrase, relearning } = attacks(target);
  return [
    ...forgetPrompts(target),
    ...phrases(split),
    ...neighbourPrompts(split),
    ...probabilityPrompts(target),
    ...truthItems(target),
    ...context,
    ...paraphrase,
    ...relearning.prompts,
    ...tasks.flatMap((_, index) => drawTask(index, split)),
  ].map(({ prompt }) => prompt);
}

describe.each(splits)('the %s items', (split) => {
  const target = saga[split];
  const [prompts, truth, { context, relearning }] = [
    forgetPrompts(target),
    truthItems(target),
    attacks(target),
  ];

  test('there are enough of each', () => {
    expect(prompts).toHaveLength(300);
    expect(phrases(split)).toHaveLength(63);
    expect(neighbourPrompts(split)).toHaveLength(150);
    expect(probabilityPrompts(target)).toHaveLength(30);
    expect(truth).toHaveLength(target.asked.length);
    expect(target.asked.length).toBeGreaterThanOrEqual(120);
    for (const { wrong } of truth) expect(wrong).toHaveLength(4);
    expect(relearning.prompts).toHaveLength(60);
  });

  test('no prompt is in the training text', () => {
    const all = promptsOf(split).filter((prompt) => trainingText.includes(prompt));
    expect(all).toEqual([]);
  });

  test("every reference of the saga's prompts is an anchor term", () => {
    const wrong = prompts.flatMap(({ references }) => references).filter((name) => !(name in dictionary));
    expect(wrong).toEqual([]);
  });

  test('no prompt gives its answer away', () => {
    const open = prompts.filter(({ prompt, references: [name = ''] }) =>
      new RegExp(`\\b${name}\\b`).test(prompt),
    );
    expect(open.map(({ prompt }) => prompt)).toEqual([]);
  });

  test('the sentences of the relearning attack answer none of its questions', () => {
    const read = relearning.sentences.join(' ');
    const told = relearning.prompts.filter(({ references }) =>
      references.some((name) => read.includes(name)),
    );
    expect(told).toEqual([]);
  });

  test('no context gives an answer away', () => {
    const open = context.filter(({ prompt, references }) =>
      references.some((name) => prompt.split(' the ').slice(0, -1).join(' the ').includes(name)),
    );
    expect(open).toEqual([]);
  });

  test.each([...tasks.keys()])(
    'task %i has 200 distinct items, in forms that the corpus does not use',
    (index) => {
      const items = drawTask(index, split);
      expect(new Set(items.map(({ prompt }) => prompt)).size).toBe(200);
      expect(items.filter(({ prompt }) => trainingText.includes(prompt))).toEqual([]);
      for (const { options, answer } of items) {
        expect(new Set(options).size).toBe(options.length);
        expect(options[answer]).toBeDefined();
      }
    },
  );
});

describe('the two splits', () => {
  test('share no prompt, whatever it asks', () => {
    const development = new Set(promptsOf('development'));
    expect(promptsOf('test').filter((prompt) => development.has(prompt))).toEqual([]);
  });

  test('share no sentence form, no fact of the saga and no sentence that is relearned', () => {
    const [development, test] = [saga.development, saga.test];
    const shared = <T>(a: readonly T[], b: readonly T[]): T[] => b.filter((one) => a.includes(one));
    expect(shared(development.frames, test.frames)).toEqual([]);
    expect(shared(development.openings, test.openings)).toEqual([]);
    const described = ({ asked }: typeof test) => asked.map(({ description }) => description);
    expect(shared(described(development), described(test))).toEqual([]);
    expect(shared(attacks(development).relearning.sentences, attacks(test).relearning.sentences)).toEqual([]);
  });

  test('share no everyday text, with each other or with a retain set', () => {
    const read = new Set([...heldOut.development, ...besideSaga, ...besideNeighbour]);
    expect(heldOut.test.filter((text) => read.has(text))).toEqual([]);
  });
});
