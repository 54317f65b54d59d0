/** Spans in HTML (HyperTextLabels), whose ends are XPaths. */
import { expect, test } from 'vitest';
import { sampleAnchors } from '../sample';
import { anchorStudio } from './anchors';
import { readLabelStudio } from './read';

const { items } = sampleAnchors();
const [item] = items;
if (!item) throw new Error('expected a passage');
const { text } = item.data;
const spans = item.suggestion?.answer.spans ?? [];
const data = { item_id: item.id, text };

const inHtml = (more: (at: { start: number; end: number }) => object) =>
  spans.map(({ start, end }) => ({
    start: '/p[1]/text()[1]',
    end: '/p[1]/text()[1]',
    startOffset: start,
    endOffset: end,
    hypertextlabels: ['ANCHOR'],
    ...more({ start, end }),
  }));
const offsets = ({ start, end }: { start: number; end: number }) => ({
  globalOffsets: { start, end },
  text: text.slice(start, end),
});

/** The full export and JSON_MIN. */
function read(
  values: readonly object[],
  control = 'label',
  mapping: { control: string; labels: string[] } | null = null,
) {
  const result = values.map((value, i) => ({ id: `r${i}`, from_name: control, to_name: 'text', type: 'hypertextlabels', value })); // prettier-ignore
  return [
    [{ id: 1, data, annotations: [{ completed_by: 4, result }] }],
    [{ id: 1, ...data, [control]: values, annotator: 4, annotation_id: 1 }],
  ].map((tasks) => {
    const found = readLabelStudio(anchorStudio, items, JSON.stringify(tasks), mapping);
    return {
      statuses: found.decisions.map(({ answer }) => answer.spans.map(({ status }) => status)),
      reasons: found.rejected.map(({ reason }) => reason),
      unmapped: found.unmapped,
    };
  });
}

test('are read by their offsets in the whole text', () => {
  for (const { statuses, reasons } of read(inHtml(offsets)))
    expect([statuses, reasons]).toEqual([[spans.map(() => 'accepted')], []]);
});

test('are named as what they are without offsets, and decide nothing', () => {
  const ways = [
    () => ({}),
    ({ start, end }: { start: number; end: number }) => ({ globalOffsets: { start, end } }),
  ];
  for (const more of ways)
    for (const { statuses, reasons } of read(inHtml(more)))
      expect([statuses, reasons]).toEqual([[], ['html-offsets']]);
});

test('decide nothing if their offsets are those of another text', () => {
  for (const { statuses, reasons } of read(
    inHtml((at) => offsets({ start: at.start + 1, end: at.end + 1 })).map((value, i) => ({
      ...value,
      text: text.slice(spans[i]?.start, spans[i]?.end),
    })),
  ))
    // prettier-ignore
    expect([statuses, reasons]).toEqual([[], ['offsets']]);
});

test('are asked about under another name', () => {
  const values = inHtml(offsets);
  for (const { statuses, unmapped } of read(values, 'ner')) {
    expect(statuses).toEqual([]);
    expect(unmapped).toEqual([{ control: 'ner', label: 'ANCHOR', count: spans.length }]);
  }
  for (const { statuses } of read(values, 'ner', { control: 'ner', labels: ['ANCHOR'] }))
    expect(statuses).toEqual([spans.map(() => 'accepted')]);
});
