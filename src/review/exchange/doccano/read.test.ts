/** Lines of doccano that were not made from ours: what fits is used, and everything else is listed with its reason. */
import { expect, test } from 'vitest';
import type { AnchorAnswer } from '../../tasks/anchors';
import type { RejectedAnswer } from '../rejected';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from '../sample';
import { readDoccano, type Unchanged } from './read';
import { anchorDoccano, evaluationDoccano, languageDoccano } from './tasks';
import { writeDoccanoTasks } from './write';

const reasons = (rejected: readonly RejectedAnswer[]): string[] =>
  rejected.map(({ where, reason }) => `${where}: ${reason}`);

const text = '😀 Maelis lit 湖灯镇. Nib slept.';
const spansOf = (answer: AnchorAnswer | undefined): string[] =>
  (answer?.spans ?? []).map(({ start, end, status }) => `${text.slice(start, end)} ${status}`);

const read = (...lines: (object | string)[]) =>
  readDoccano(
    anchorDoccano,
    [],
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    { annotator: 'ann' },
  );

test('offsets are code points; the importer names missing annotators; one bad label spoils its line', () => {
  const good = [2, 8, 'ANCHOR'];
  const { decisions, rejected, skipped } = read(
    { id: 5, text, label: [good, [13, 16, 'PLACE']] },
    '',
    'not json',
    { text: 'x' },
    { text: `${text} 1`, label: [good, [1, 2]] },
    { text: `${text} 2`, label: [good, [0, 99, 'ANCHOR']] },
    { text: `${text} 3`, label: [good, [18, 21, 'VERB']] },
    { text: `${text} 4`, label: [] },
    { text: `${text} 5`, label: [], worker: 'ben' },
  );
  expect(decisions.map(({ annotator, answer }) => [annotator, ...spansOf(answer)])).toEqual([
    ['ann', 'Maelis added', '湖灯镇 added'],
    ['ben'],
  ]);
  expect(decisions[0]?.answer.spans.map(({ kind }) => kind)).toEqual(['other', 'place']);
  expect(reasons(rejected)).toEqual([
    'line 3: unreadable',
    'line 4: unreadable',
    'line 5: unreadable',
    'line 6: offsets',
    'line 7: unknown-label',
  ]);
  expect(skipped).toEqual([{ where: 'line 8', why: 'untouched' }]);
});

test('a line without our id belongs to the only item with its text', () => {
  const { items } = sampleLanguage();
  const [first, ...rest] = items;
  if (!first) throw new Error('expected an item');
  const lines = [
    { text: `${first.data.prompt}${first.data.completion}`, label: ['correct'] },
    { text: 'unknown here', label: ['correct'] },
  ];
  const jsonl = lines.map((line) => JSON.stringify(line)).join('\n');
  const options = { annotator: 'ann' };
  const { decisions, rejected } = readDoccano(languageDoccano, items, jsonl, options);
  expect(decisions.map(({ item }) => item)).toEqual([first.id]);
  expect(reasons(rejected)).toEqual(['line 2: missing-text']);
  const twice = [first, ...rest, { ...first, id: 'again' }];
  const doubtful = readDoccano(languageDoccano, twice, jsonl, options);
  expect(doubtful.decisions).toEqual([]);
  expect(reasons(doubtful.rejected)).toEqual(['line 1: ambiguous-text', 'line 2: missing-text']);
});

test('a line without a label, or with several, is not an answer', () => {
  const lines = [
    { item_id: 'q1', label: [] },
    { item_id: 'q2', label: ['correct', 'incorrect'] },
  ];
  const { decisions, rejected, skipped } = readDoccano(
    languageDoccano,
    sampleLanguage().items,
    lines.map((line) => JSON.stringify(line)).join('\n'),
    { annotator: 'ann' },
  );
  expect([decisions, reasons(rejected), skipped]).toEqual([
    [],
    ['line 2: several'],
    [{ where: 'line 1', why: 'untouched' }],
  ]);
});

test('lines as they were exported are untouched, changed ones are answers', () => {
  const review = sampleAnchors();
  const lines = writeDoccanoTasks(anchorDoccano, review).trimEnd().split('\n');
  const all = (unchanged: Unchanged | null) =>
    readDoccano(anchorDoccano, review.items, lines.join('\n'), { annotator: 'ann', unchanged });
  expect([all(null).decisions, all(null).unchanged]).toEqual([[], 3]);
  expect(all(null).skipped).toEqual([1, 2, 3].map((n) => ({ where: `line ${n}`, why: 'untouched' })));
  expect(all('accepted').decisions.map(({ annotator, answer }) => [annotator, answer.isComplete])).toEqual([1, 2, 3].map(() => ['ann', true])); // prettier-ignore
  // doccano may order the labels otherwise, and writes them as objects in projects with relations.
  const [first, second] = lines.map((line) => JSON.parse(line) as { label: [number, number, string][] });
  if (!first || !second) throw new Error('expected two lines');
  const { label, ...rest } = first;
  const entities = label.toReversed().map(([start_offset, end_offset, name], id) => ({ id, start_offset, end_offset, label: name })); // prettier-ignore
  const touched = { ...second, label: second.label.slice(1) };
  const jsonl = [{ ...rest, entities }, touched].map((line) => JSON.stringify(line)).join('\n');
  const again = readDoccano(anchorDoccano, review.items, jsonl, { annotator: 'ann' });
  expect([again.unchanged, again.decisions.map(({ item }) => item)]).toEqual([1, ['block-1']]);
});

test('a line of an earlier version is compared with the suggestion of its item', () => {
  const { items } = sampleLanguage();
  const jsonl = items.map(({ id }) => JSON.stringify({ item_id: id, label: ['correct'] })).join('\n');
  const read = (unchanged: Unchanged | null) =>
    readDoccano(languageDoccano, items, jsonl, { annotator: 'ann', unchanged });
  expect([read(null).unchanged, read(null).decisions.length]).toEqual([3, 3]);
  expect([read('untouched').decisions.length, read('untouched').skipped?.length]).toEqual([0, 3]);
});

test('the evaluation check goes out blind, so that a label is always a person’s', () => {
  const review = sampleEvaluation();
  const jsonl = writeDoccanoTasks(evaluationDoccano, review);
  expect(jsonl).not.toContain('"3"');
  const graded = jsonl.replaceAll('"label":[]', '"label":["3"]');
  const { decisions, unchanged } = readDoccano(evaluationDoccano, review.items, graded, { annotator: 'ann' });
  expect([decisions.length, unchanged]).toEqual([3, 0]);
});

test('an empty label is none, so that its line is untouched', () => {
  const lines = ['', [], null].map((label) => JSON.stringify({ item_id: 'q1', text: 'x', label })).join('\n');
  const { decisions, rejected, skipped } = readDoccano(languageDoccano, sampleLanguage().items, lines, { annotator: 'ann' }); // prettier-ignore
  expect([decisions, rejected, skipped?.map(({ why }) => why)]).toEqual([
    [],
    [],
    ['untouched', 'untouched', 'untouched'],
  ]);
});

test('an empty place of labels is no answer of its worker, unlike an empty list, and neither are two kinds of one span', () => {
  const { items } = sampleAnchors();
  const [item] = items;
  const of = (line: object) =>
    readDoccano(anchorDoccano, items, JSON.stringify({ item_id: item?.id, worker: 'ann', ...line }), {
      annotator: 'me',
    });
  for (const blank of [{ label: null }, { label: '' }, { labels: null, entities: null }]) {
    const { decisions, rejected } = of(blank);
    expect([decisions, reasons(rejected)]).toEqual([[], ['line 1: incomplete']]);
  }
  expect(of({ label: [] }).decisions.map(({ answer }) => answer.isComplete)).toEqual([true]);
  const [twice] = of({ label: [[2, 14, 'person'], [2, 14, 'place']] }).rejected; // prettier-ignore
  expect(twice?.reason).toBe('several');
  expect(of({ label: [[2, 14, 'person'], [2, 14, 'person']] }).rejected).toEqual([]); // prettier-ignore
});
