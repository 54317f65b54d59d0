import { describe, expect, test } from 'vitest';
import { parseTasks } from './task-file';

const lines = (...items: readonly unknown[]): string => items.map((one) => JSON.stringify(one)).join('\n');
const choices = { text: ['lead', 'wood'], label: ['A', 'B'] };

describe('the published shapes', () => {
  test.each([
    ['arc', { id: 'x', question: 'What floats?', choices, answerKey: 'B' }, 'Question: What floats?\nAnswer:', ['lead', 'wood'], 1],
    ['openBookQa', { question_stem: 'What floats is', choices, answerKey: 'B' }, 'What floats is', ['lead', 'wood'], 1],
    ['hellaSwag', { ind: 4, ctx: 'A man opens a jar. He', endings: ['eats.', 'flies.'], label: '0' }, 'A man opens a jar. He', ['eats.', 'flies.'], 0],
    ['piqa', { goal: 'Open a jar', sol1: 'Turn it.', sol2: 'Burn it.', label: 0 }, 'Question: Open a jar\nAnswer:', ['Turn it.', 'Burn it.'], 0],
    ['boolQ', { passage: 'Ice floats.', question: 'does ice float', answer: true }, 'Ice floats.\nQuestion: does ice float?\nAnswer:', ['no', 'yes'], 1],
    ['winoGrande', { sentence: 'Ann thanked Bea because _ had helped.', option1: 'Ann', option2: 'Bea', answer: '2' }, 'Ann thanked Bea because', ['Ann had helped.', 'Bea had helped.'], 1],
  ])('%s', (shape, item, prompt, options, answer) => {
    expect(parseTasks(lines(item))).toEqual({ shape, items: [{ prompt, options, answer }], rejected: [] });
  }); // prettier-ignore
});

test('what is no item is listed with its line, and never counts as an answer', () => {
  const good = { question_stem: 'What floats is', choices, answerKey: 'A' };
  const text = [
    lines(good),
    '{"question_stem": 1}',
    'no JSON',
    lines({ ...good, answerKey: 'C' }, { ...good, choices: { text: ['lead'], label: ['A'] } }),
    lines({ ...good, choices: { text: ['lead', 'wood'], label: ['A'] } }, { goal: 'x' }, good),
  ].join('\n');
  const { items, rejected } = parseTasks(`\uFEFF${text}`);
  expect(items).toHaveLength(2);
  expect(rejected.map(({ line, reason }) => [line, reason.slice(0, 48)])).toEqual([
    [2, 'question_stem: expected text'],
    [3, 'expected JSON, got no JSON'],
    [4, 'expected an answer among the 2 options'],
    [5, 'choices: expected two options or more'],
    [6, 'choices: expected a label for each option'],
    [7, 'expected an item of openBookQa, got piqa'],
  ]);
});

test('a test file without labels, or of another kind, has no items', () => {
  expect(parseTasks(lines({ ctx: 'A', endings: ['b', 'c'], label: '' })).items).toEqual([]);
  expect(parseTasks('[1, 2]')).toMatchObject({ shape: null, items: [], rejected: [{ line: 1 }] });
  expect(parseTasks('')).toEqual({ shape: null, items: [], rejected: [] });
});
