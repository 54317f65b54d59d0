/** Files whose texts have other line breaks than ours: the same items, and the same spans. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorItems } from '../anchors/items';
import { addSpan, rejectSpan } from '../anchors/span-edits';
import { decide, startReview, type Review } from '../review';
import { anchorsTask, type AnchorAnswer, type AnchorData, type AnchorItem } from '../tasks/anchors';
import { readDoccano } from './doccano/read';
import { anchorDoccano } from './doccano/tasks';
import { writeDoccanoResults, writeDoccanoTasks } from './doccano/write';
import { anchorForm } from './forms';
import type { Imported } from './imported';
import { anchorStudio } from './label-studio/anchors';
import { readLabelStudio } from './label-studio/read';
import { writeLabelStudio } from './label-studio/write';
import { positionsIn, withPlainBreaks } from './line-breaks';
import { sampleDraft } from './sample';
import { readToloka } from './toloka/read';
import { writeTolokaResults } from './toloka/write';

type Break = '\n' | '\r\n' | '\r';

const TEXT = '😀 Tessa Vane\n\ncrossed 🏮 the bridge.\nOllbrook was dark.\nTessa Vane slept.';

/** A passage, accepted but for one term, with a span added over a line break. */
function reviewWith(lineBreak: Break): Review<AnchorData, AnchorAnswer> {
  const text = TEXT.replaceAll('\n', lineBreak);
  const items = anchorItems([{ text, blockId: 'b0' }], sampleDraft);
  const place = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const suggested = items[0]?.suggestion?.answer ?? { spans: [], isComplete: false };
  const added = place(`bridge.${lineBreak}`);
  const edited = addSpan(rejectSpan(suggested, place('Ollbrook')), added, { kind: 'thing', translations: [] }); // prettier-ignore
  const remarks = { reason: null, comment: '', leadTime: null, at: null };
  const decision = { item: 'b0', annotator: 'ann', role: 'annotator', ...remarks } as const;
  return decide(startReview(items), [{ ...decision, answer: anchorsTask.accept(edited) }]);
}

type Read = (known: readonly AnchorItem[], file: string) => Imported<AnchorData, AnchorAnswer>;
type Write = (review: Review<AnchorData, AnchorAnswer>) => string;

const formats: Readonly<Record<string, readonly [Write, Read]>> = {
  'Label Studio': [
    (review) => writeLabelStudio(anchorStudio, review),
    (known, file) => readLabelStudio(anchorStudio, known, file),
  ],
  doccano: [
    (review) => writeDoccanoResults(anchorDoccano, review),
    (known, file) => readDoccano(anchorDoccano, known, file, { annotator: 'importer' }),
  ],
  Toloka: [
    (review) => writeTolokaResults(anchorForm, review),
    (known, file) => readToloka(anchorForm, known, file),
  ],
};

/** What was marked, with plain line breaks: the ranges themselves are where our text has them. */
function marked(
  { decisions, rejected }: Imported<AnchorData, AnchorAnswer>,
  { items }: Review<AnchorData, AnchorAnswer>,
) {
  const text = items[0]?.data.text ?? '';
  const spans = decisions.flatMap(({ answer }) => answer.spans);
  return {
    spans: spans.map(({ start, end, status }) => [withPlainBreaks(text.slice(start, end)), status]),
    rejected: rejected.map(({ reason }) => reason),
  };
}

const expected = [
  ['Tessa Vane', 'accepted'],
  ['bridge.\n', 'added'],
  ['Ollbrook', 'rejected'],
  ['Tessa Vane', 'accepted'],
];

const pairs = (['\n', '\r\n', '\r'] as const).flatMap((ours, _, all) =>
  all.filter((theirs) => theirs !== ours).map((theirs) => [ours, theirs] as const),
);

describe.each(Object.entries(formats))('%s', (_, [write, read]) => {
  test.each(pairs)('of a text with %j here and %j there', (ours, theirs) => {
    const [review, file] = [reviewWith(ours), write(reviewWith(theirs))];
    // doccano has no place for what was rejected: it was suggested, and its label is missing.
    expect(marked(read(review.items, file), review)).toEqual({ spans: expected, rejected: [] });
    const nameless = file.replaceAll('item_id', 'other_id');
    const found = read(review.items, nameless);
    expect(marked(found, review)).toEqual({ spans: expected, rejected: [] });
    expect(found.items.map(({ data }) => data.text)).toEqual(review.items.map(({ data }) => data.text));
  });

  test('two passages that differ in line breaks alone are not told apart by their text', () => {
    const known = (['\n', '\r\n'] as const).flatMap((lineBreak) =>
      reviewWith(lineBreak).items.map((item) => ({ ...item, id: JSON.stringify(lineBreak) })),
    );
    for (const lineBreak of ['\n', '\r\n'] as const) {
      const file = write(reviewWith(lineBreak)).replaceAll('item_id', 'other_id');
      const { decisions, rejected } = read(known, file);
      expect([decisions, rejected.map(({ reason }) => reason)]).toEqual([[], ['ambiguous-text']]);
    }
  });

  test('another text remains another one', () => {
    const file = write(reviewWith('\r\n')).replaceAll('slept', 'sleeps');
    const { decisions, rejected } = read(reviewWith('\n').items, file);
    expect([decisions, rejected.map(({ reason }) => reason)]).toEqual([[], ['other-text']]);
  });
});

test('an offset inside a line break that is one character here is refused', () => {
  const { items } = reviewWith('\n');
  const text = TEXT.replaceAll('\n', '\r\n');
  const inside = Array.from(text).indexOf('\n');
  const line = JSON.stringify({
    item_id: 'b0',
    text,
    label: [
      [2, 12, 'ANCHOR'],
      [5, inside, 'ANCHOR'],
    ],
  });
  const { decisions, rejected } = readDoccano(anchorDoccano, items, line, { annotator: 'ann' });
  expect([decisions, rejected]).toEqual([
    [],
    [{ where: 'line 1', reason: 'offsets', detail: `5–${inside}` }],
  ]);
});

test('offsets that were counted before the line breaks changed are used if each span holds its text', () => {
  const review = reviewWith('\n');
  const tsv = writeTolokaResults(anchorForm, review).replaceAll(TEXT, TEXT.replaceAll('\n', '\r\n'));
  expect(marked(readToloka(anchorForm, review.items, tsv), review)).toEqual({
    spans: expected,
    rejected: [],
  });
  const wrong = tsv.replaceAll('""text"":""Tessa Vane""', '""text"":""Tessa Vale""');
  expect(marked(readToloka(anchorForm, review.items, wrong), review)).toEqual({
    spans: [],
    rejected: ['offsets'],
  });
});

test('lines of doccano that no one touched are known, whichever text their labels count', () => {
  const { items } = reviewWith('\n');
  const windows = TEXT.replaceAll('\n', '\r\n');
  const ours = writeDoccanoTasks(anchorDoccano, reviewWith('\n'));
  const theirs = writeDoccanoTasks(anchorDoccano, reviewWith('\r\n'));
  const changed = ours.replaceAll(JSON.stringify(TEXT), JSON.stringify(windows));
  const withoutMetadata = theirs.replaceAll('suggested_label', 'other_label');
  for (const file of [theirs, changed, withoutMetadata]) {
    const read = readDoccano(anchorDoccano, items, file, { annotator: 'ann', unchanged: 'untouched' });
    expect([read.unchanged, read.decisions, read.rejected]).toEqual([1, [], []]);
  }
});

test('every position outside a CRLF has its counterpart, in units and in code points', () => {
  const parts = fc.array(fc.constantFrom('a', '😀', '湖', '\n'), { maxLength: 12 });
  const breaks = fc.array(fc.constantFrom<Break>('\n', '\r\n', '\r'), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(parts, breaks, breaks, (characters, ours, theirs) => {
      const written = (kinds: readonly Break[]) => characters.map((one, i) => (one === '\n' ? (kinds[i] ?? one) : one)); // prettier-ignore
      const [to, from] = [written(ours), written(theirs)];
      // A CR before an LF of its own is one line break.
      fc.pre([to, from].every((all) => !all.some((one, i) => one === '\r' && all[i + 1] === '\n')));
      for (const units of [(all: string[]) => all.join(''), (all: string[]) => Array.from(all.join(''))]) {
        const places = positionsIn(units(to), units(from));
        for (let i = 0; i <= characters.length; i++)
          expect(places[units(from.slice(0, i)).length]).toBe(units(to.slice(0, i)).length);
      }
    }),
  );
});
