/** Which annotations are answers: submitted ones, of each person the newest. */
import { expect, test } from 'vitest';
import { sampleAnchors } from '../sample';
import { anchorStudio } from './anchors';
import { readLabelStudio } from './read';

const { items } = sampleAnchors();
const [item] = items;
if (!item) throw new Error('expected a passage');
const spans = item.suggestion?.answer.spans ?? [];
const marks = spans.map(({ start, end }, i) => ({
  id: `r${i}`,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: item.data.text.slice(start, end), labels: ['ANCHOR'] },
}));
const data = { item_id: item.id, text: item.data.text };
const at = (day: number): string => `2026-01-0${day}T00:00:00Z`;

function read(task: object) {
  const file = JSON.stringify([{ id: 1, data, ...task }]);
  const { decisions, rejected, skipped = [] } = readLabelStudio(anchorStudio, items, file);
  return {
    kept: decisions.map(({ annotator, answer }) => [annotator, answer.spans.filter(({ status }) => status === 'accepted').length]), // prettier-ignore
    rejected: rejected.map(({ where, reason }) => `${where}: ${reason}`),
    skipped: skipped.map(({ where, why }) => `${where}: ${why}`),
  };
}

test('an annotation submitted without results is an answer: there is nothing here', () => {
  const annotations = [
    { id: 7, completed_by: 1, was_cancelled: false, result: [] },
    { id: 8, completed_by: 2, was_cancelled: true, result: [] },
  ];
  const answer = { kept: [['1', 0]], rejected: [], skipped: ['task 1, annotation 2: cancelled'] };
  expect(read({ annotations })).toEqual(answer);
  // Drafts of others, or of another annotation, do not change that; its own does.
  expect(read({ annotations, drafts: [{ user: 'ben@example.org', annotation: null, result: [] }] })).toEqual(
    answer,
  );
  expect(read({ annotations, drafts: [{ user: 1, annotation: 99, result: [] }] })).toEqual(answer);
  expect(
    read({ annotations, drafts: [{ user: 'ann@example.org', annotation: 7, result: [] }] }).kept,
  ).toEqual([]);
});

test('a newer cancelled annotation does not bring an older one of its person back', () => {
  const [submitted, skipped] = [{ completed_by: 1, result: marks }, { completed_by: 1, was_cancelled: true, result: [] }]; // prettier-ignore
  const later = {
    annotations: [
      { ...skipped, created_at: at(2) },
      { ...submitted, created_at: at(1) },
    ],
  };
  expect(read(later)).toEqual({
    kept: [],
    rejected: ['task 1, annotation 2: superseded'],
    skipped: ['task 1, annotation 1: cancelled'],
  });
  const earlier = {
    annotations: [
      { ...skipped, created_at: at(1) },
      { ...submitted, created_at: at(2) },
    ],
  };
  expect(read(earlier)).toEqual({
    kept: [['1', spans.length]],
    rejected: [],
    skipped: ['task 1, annotation 1: cancelled'],
  });
  // Another person’s counts.
  const other = { annotations: [{ ...submitted, completed_by: 2 }, skipped] };
  expect(read(other).kept).toEqual([['2', spans.length]]);
});

test('nor does a newer one that cannot be read', () => {
  const older = { completed_by: 1, created_at: at(1), result: marks };
  for (const result of [null, 'none', undefined, {}])
    expect(read({ annotations: [older, { completed_by: 1, created_at: at(2), result }] })).toEqual({
      kept: [],
      rejected: ['task 1, annotation 2: unreadable', 'task 1, annotation 1: superseded'],
      skipped: [],
    });
});

test('null where there is no annotation, draft or prediction yet', () => {
  const none = { kept: [], rejected: [], skipped: ['task 1: untouched'] };
  expect(read({ annotations: null })).toEqual(none);
  expect(read({ annotations: null, drafts: null, predictions: null })).toEqual(none);
  expect(read({})).toEqual(none);
});

test('a person is the same as a number, as a decimal and as text', () => {
  const annotations = [3, '3', '3.0', { id: 3 }].map((completed_by, i) => ({ completed_by, created_at: at(i + 1), result: marks })); // prettier-ignore
  expect(read({ annotations })).toEqual({
    kept: [['3', spans.length]],
    rejected: [1, 2, 3].map((n) => `task 1, annotation ${n}: superseded`),
    skipped: [],
  });
});

test('what is not part of the answer may have any shape', () => {
  const annotation = { completed_by: 1, lead_time: 'long', created_at: 7, ground_truth: null, result: marks };
  expect(read({ annotations: [annotation] })).toEqual({ kept: [['1', spans.length]], rejected: [], skipped: [] }); // prettier-ignore
});
