import { expect, test } from 'vitest';
import { sampleAnchors } from '../sample';
import { anchorStudio } from './anchors';
import { readLabelStudio } from './read';

test('a translation that could belong to either of two spans is listed, and the draft’s stay', () => {
  const { items } = sampleAnchors();
  const [item] = items;
  if (!item) throw new Error('expected a passage');
  const [first, second] = item.suggestion?.answer.spans ?? [];
  if (!first || !second) throw new Error('expected two spans');
  const place = ({ start, end }: typeof first) => ({
    start,
    end,
    text: item.data.text.slice(start, end),
    labels: ['ANCHOR'],
  });
  const record = {
    id: 1,
    item_id: item.id,
    text: item.data.text,
    label: [place(first), place(second)],
    kind: [first.kind, second.kind],
    translation: 'Someone else',
    annotator: 4,
    annotation_id: 9,
  };
  const { decisions, rejected } = readLabelStudio(anchorStudio, items, JSON.stringify([record]));
  expect(rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual(['record 1: unreadable']);
  const kept = decisions[0]?.answer.spans.filter(({ status }) => status === 'accepted');
  expect(kept?.map(({ translations }) => translations)).toEqual([first.translations, second.translations]);
});
