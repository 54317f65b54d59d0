/** A partial or absent answer is never a whole one: what could not be read does not vote against a term. */
import { expect, test } from 'vitest';
import { dictionaryFrom } from '../anchors/dictionary';
import { anchorItems, type Draft } from '../anchors/items';
import { startReview } from '../review';
import { anchorDoccano, readDoccano } from './doccano';
import { mergeImported, type Imported } from './imported';
import { anchorStudio } from './label-studio/anchors';
import { readLabelStudio } from './label-studio/read';
import type { AnchorAnswer, AnchorData } from '../tasks/anchors';

const text = 'Tessa Vane crossed the bridge at Ollbrook. She liked Ollbrook.';
const draft: Draft = {
  by: 'draft',
  entries: [
    { term: 'Tessa Vane', kind: 'person', translations: ['Anna Brown'] },
    { term: 'Ollbrook', kind: 'place', translations: ['the town'] },
  ],
  certaintyOf: () => 0.9,
};
const items = anchorItems([{ text, blockId: 'b0' }], draft);
const spans = items[0]?.suggestion?.answer.spans ?? [];

interface Mark {
  readonly control?: string;
  readonly labels?: readonly string[];
  readonly shift?: number;
}

function studioFile(marks: readonly Mark[]): string {
  const result = marks.map(({ control = 'label', labels, shift = 0 }, i) => {
    const { start, end } = spans[i] ?? { start: 0, end: 0 };
    const value = { start: start + shift, end: end + shift, text: text.slice(start, end), labels };
    return { id: `r${i}`, from_name: control, to_name: 'text', type: 'labels', value };
  });
  return JSON.stringify([{ data: { text }, annotations: [{ completed_by: 4, result }] }]);
}

function outcome(imported: Imported<AnchorData, AnchorAnswer>) {
  const { review, rejected } = mergeImported(startReview(items), imported);
  const { dropped } = dictionaryFrom(draft, review, 'majority');
  const decided = [...review.decisions].map(({ answer }) => answer.spans.map(({ status }) => status));
  return { dropped, decided, reasons: rejected.map(({ reason }) => reason) };
}

const all = <T>(mark: T): T[] => spans.map(() => mark);

test.each<[string, Mark[], string]>([
  ['another control', all({ control: 'ner', labels: ['ANCHOR'] }), 'wrong-name'],
  ['another label', all({ labels: ['Character'] }), 'unknown-label'],
  ['no label', all({}), 'unknown-label'],
  ['offsets of another text', all({ labels: ['ANCHOR'], shift: 70 }), 'offsets'],
])('F02 spans under %s are not votes', (_, marks, reason) => {
  const { dropped, decided, reasons } = outcome(readLabelStudio(anchorStudio, items, studioFile(marks)));
  expect({ dropped, decided }).toEqual({ dropped: [], decided: [] });
  expect(reasons).toEqual(spans.map(() => reason));
});

test('F02 doccano spans under another label are not votes', () => {
  const line = { text, label: spans.map(({ start, end }) => [start, end, 'Character']) };
  const read = readDoccano(anchorDoccano, items, JSON.stringify(line), { annotator: 'me' });
  expect(outcome(read)).toMatchObject({ dropped: [], decided: [] });
});

test('F02 of an answer that is partly readable, the readable part counts and the rest stays open', () => {
  const marks = [{ labels: ['ANCHOR'] }, { control: 'ner', labels: ['ANCHOR'] }];
  const { dropped, decided } = outcome(readLabelStudio(anchorStudio, items, studioFile(marks)));
  expect({ dropped, decided }).toEqual({ dropped: [], decided: [['accepted', 'drafted', 'drafted']] });
});

test('a whole answer still decides: an unmarked suggestion is rejected', () => {
  const { dropped } = outcome(readLabelStudio(anchorStudio, items, studioFile([{ labels: ['ANCHOR'] }])));
  expect(dropped).toEqual(['Ollbrook']);
});

test('F03 lines without labels in doccano are no decisions, and are listed', () => {
  const line = { id: 1, text, label: [], Comments: [] };
  const read = readDoccano(anchorDoccano, items, JSON.stringify(line), { annotator: 'me' });
  expect(outcome(read)).toEqual({ dropped: [], decided: [], reasons: ['untouched'] });
});
