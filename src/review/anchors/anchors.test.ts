import { describe, expect, test } from 'vitest';
import { conflictsOf } from '../conflicts';
import { stateOf } from '../queue';
import { resolve } from '../resolve';
import { decide, decisionOf, startReview, undo, type Decision } from '../review';
import { anchorsTask, type AnchorAnswer } from '../tasks/anchors';
import { votesOf } from '../votes';
import { dictionaryFrom } from './dictionary';
import { applyEverywhere } from './everywhere';
import { anchorItems, type Draft } from './items';
import { acceptSpan, addSpan, changeSpan, moveSpan, rejectSpan } from './span-edits';
import { occurrencesOf, snapToWords } from './words';

const at = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

describe('snapping to words', () => {
  test.each([
    ['He saw Orrin walk', 'rri', 'Orrin'],
    ['He saw Orrin Quill walk', 'in Qui', 'Orrin Quill'],
    ['He saw Orrin, who', ' Orrin, ', 'Orrin'],
    ["the Orrin's Bell rang", 'Orr', 'Orrin'],
    ["the Orrin's Bell rang", "n's Be", "Orrin's Bell"],
    ['他住在湖边的灯塔里', '灯', '灯塔'],
    ['他住在湖边的灯塔里', '湖边的灯', '湖边的灯塔'],
    ['a 😀 Maelis 😀', 'eli', 'Maelis'],
  ])('in "%s" the selection "%s" becomes "%s"', (text, selection, snapped) => {
    const range = snapToWords(text, at(text, selection));
    expect(range && text.slice(range.start, range.end)).toBe(snapped);
  });

  test('a caret selects its word, a selection of punctuation none', () => {
    expect(snapToWords('one two', { start: 5, end: 5 })).toEqual({ start: 4, end: 7 });
    expect(snapToWords('one — two', { start: 3, end: 6 })).toBeNull();
  });
});

test('occurrences are whole words, in scripts that separate words', () => {
  const found = (text: string, term: string): number => occurrencesOf(text, term).length;
  expect(found('Bea, Beam, Bea’s and "Bea"', 'Bea')).toBe(3);
  expect(found('马力在湖边，马力', '马力')).toBe(2);
  expect(found('what (now)? (now)?', '(now)?')).toBe(2);
  expect(found('anything', ' ')).toBe(0);
});

const texts = [
  'The captain called Maelis Quill. Nib slept.',
  'Maelis asked the captain about Nib.',
  'Nib, the captain and the king.',
];
const draft: Draft = {
  by: 'draft',
  entries: [
    { term: 'Maelis', kind: 'person', translations: ['Anna', 'Lucy'] },
    { term: 'Maelis Quill', kind: 'person', translations: ['Anna Brown'] },
    { term: 'captain', kind: 'other', translations: ['sailor'] },
    { term: 'king', kind: 'other', translations: ['ruler'] },
    { term: 'Tamsin', kind: 'person', translations: ['Emma'] },
  ],
  certaintyOf: (term) => (term === 'king' ? 0.2 : 0.8),
};
const items = anchorItems(texts.map((text, i) => ({ text, blockId: `b${i}` })), draft); // prettier-ignore
const begun = startReview(items);
const who = { annotator: 'ann', at: null };

function decided(item: string, annotator: string, answer: AnchorAnswer): Decision<AnchorAnswer> {
  return { item, annotator, role: 'annotator', answer, reason: null, comment: '', leadTime: null, at: null };
}

const suggested = (i: number): AnchorAnswer =>
  items[i]?.suggestion?.answer ?? { spans: [], isComplete: false };
const marked = (answer: AnchorAnswer, text: string): string[] =>
  answer.spans.map(({ start, end, status }) => `${text.slice(start, end)} ${status}`);

test('a draft marks the longest terms, and the certainty of a passage is that of its least certain term', () => {
  expect(marked(suggested(0), texts[0] ?? '')).toEqual(['captain drafted', 'Maelis Quill drafted']);
  expect(items.map(({ suggestion }) => suggestion?.certainty)).toEqual([0.8, 0.8, 0.2]);
});

describe('edits of spans', () => {
  const text = texts[0] ?? '';
  const start = suggested(0);

  test('accept, reject, change, move and add, each with its provenance', () => {
    let answer = rejectSpan(start, at(text, 'captain'));
    answer = acceptSpan(answer, at(text, 'Maelis Quill'));
    answer = addSpan(answer, at(text, 'Nib'), { kind: 'other', translations: ['Puss'] });
    expect(marked(answer, text)).toEqual(['captain rejected', 'Maelis Quill accepted', 'Nib added']);
    answer = moveSpan(answer, at(text, 'Maelis Quill'), at(text, 'Maelis'));
    answer = changeSpan(answer, at(text, 'Nib'), { kind: 'person' });
    expect(marked(answer, text)).toEqual(['captain rejected', 'Maelis edited', 'Nib added']);
    expect(marked(start, text)).toEqual(['captain drafted', 'Maelis Quill drafted']);
  });

  test('an added span replaces an overlapping one, as its edit', () => {
    const wide = addSpan(start, at(text, 'called Maelis'), { kind: 'phrase', translations: [] });
    expect(marked(wide, text)).toEqual(['captain drafted', 'called Maelis edited']);
  });

  test('rejecting an added span removes it', () => {
    const nib = addSpan(start, at(text, 'Nib'), { kind: 'person', translations: [] });
    expect(marked(nib, text)).toContain('Nib added');
    expect(rejectSpan(nib, at(text, 'Nib'))).toEqual(start);
  });

  test('accepting the rest completes the passage', () => {
    const answer = anchorsTask.accept(rejectSpan(start, at(text, 'captain')));
    expect(marked(answer, text)).toEqual(['captain rejected', 'Maelis Quill accepted']);
    expect(anchorsTask.isComplete(answer)).toBe(true);
  });
});

describe('applied to all occurrences', () => {
  test('a rejection reaches every passage, leaves them unfinished, and is one step', () => {
    const edits = applyEverywhere(begun, 'captain', { kind: 'reject' }, who);
    expect(edits.map(({ item }) => item)).toEqual(['b0', 'b1', 'b2']);
    const review = decide(begun, edits);
    const states = ['b0', 'b1', 'b2'].map((item) =>
      stateOf(anchorsTask, review, { item, annotator: 'ann', role: 'annotator' }),
    );
    expect(states).toEqual(['partial', 'partial', 'partial']);
    expect(undo(review).decisions.size).toBe(0);
  });

  test('a missed term is marked wherever it is not part of a longer one', () => {
    const mark = { kind: 'mark', meaning: { kind: 'person', translations: ['Ada'] } } as const;
    expect(applyEverywhere(begun, 'Nib', mark, who)).toHaveLength(3);
    expect(applyEverywhere(begun, 'Quill', mark, who)).toEqual([]);
  });

  test('decisions about the rest of a passage are kept', () => {
    const first = decide(begun, [decided('b2', 'ann', anchorsTask.accept(suggested(2)))]);
    const review = decide(first, applyEverywhere(first, 'captain', { kind: 'reject' }, who));
    const answer = decisionOf(review, 'b2', 'ann')?.answer ?? suggested(2);
    expect(marked(answer, texts[2] ?? '')).toEqual(['captain rejected', 'king accepted']);
    expect(answer.isComplete).toBe(true);
  });
});

test('the resulting dictionary says who made each entry, and how', () => {
  let review = decide(begun, applyEverywhere(begun, 'captain', { kind: 'reject' }, who));
  review = decide(review, applyEverywhere(review, 'king', { kind: 'reject' }, who));
  const nib = { kind: 'mark', meaning: { kind: 'other', translations: ['Puss'] } } as const;
  review = decide(review, applyEverywhere(review, 'Nib', nib, who));
  review = decide(review, applyEverywhere(review, 'Maelis Quill', { kind: 'accept' }, who));
  const lucy = { kind: 'mark', meaning: { kind: 'person', translations: ['Lucy'] } } as const;
  review = decide(review, applyEverywhere(review, 'Maelis', lucy, who));
  const { entries, dropped, untranslated } = dictionaryFrom(draft, review, 'majority');
  expect(
    entries.map(({ term, translations, provenance, by }) => [
      term,
      translations.join('/'),
      provenance,
      by.join(),
    ]),
  ).toEqual([
    ['Maelis', 'Lucy', 'edited', 'ann'],
    ['Maelis Quill', 'Anna Brown', 'accepted', 'ann'],
    ['Tamsin', 'Emma', 'drafted', 'draft'],
    ['Nib', 'Puss', 'added', 'ann'],
  ]);
  expect([dropped, untranslated]).toEqual([['captain', 'king'], []]);
});

test('a term without a translation is not an entry yet', () => {
  const mark = { kind: 'mark', meaning: { kind: 'other', translations: [] } } as const;
  const review = decide(begun, applyEverywhere(begun, 'Nib', mark, who));
  expect(dictionaryFrom(draft, review, 'majority').untranslated).toEqual(['Nib']);
});

describe('a crowd', () => {
  const keep = anchorsTask.accept(suggested(2));
  const drop = (...terms: string[]): AnchorAnswer =>
    terms.reduce((answer, term) => rejectSpan(answer, at(texts[2] ?? '', term)), keep);

  test('votes on each span, open ones left out', () => {
    const review = decide(begun, [decided('b2', 'ann', keep), decided('b2', 'ben', drop('king'))]);
    const king = at(texts[2] ?? '', 'king');
    expect(
      votesOf(anchorsTask, review).filter(({ task }) => task === `b2|${king.start}|${king.end}`),
    ).toEqual([
      { task: `b2|${king.start}|${king.end}`, worker: 'ann', label: 'yes' },
      { task: `b2|${king.start}|${king.end}`, worker: 'ben', label: 'no' },
    ]);
    expect(conflictsOf(anchorsTask, review).map(({ questions }) => questions)).toEqual([
      [`b2|${king.start}|${king.end}`],
    ]);
    const partial = decide(begun, applyEverywhere(begun, 'king', { kind: 'reject' }, who));
    expect(votesOf(anchorsTask, partial)).toHaveLength(1);
  });

  test('the spans of the majority are kept', () => {
    const review = decide(begun, [
      decided('b2', 'ann', drop('captain', 'king')),
      decided('b2', 'ben', drop('king')),
      decided('b2', 'cy', keep),
    ]);
    const answer = resolve(anchorsTask, review, 'majority').get('b2')?.answer ?? keep;
    expect(marked(answer, texts[2] ?? '')).toEqual(['captain accepted', 'king rejected']);
  });
});

describe('repeated sentences', () => {
  const said = ['“Small steps cross water,” said Maelis.', 'Small steps cross water. Nib slept.'];
  const passages = said.map((text, i) => ({ text, blockId: `1.${i + 1}` }));
  const withSentence: Draft = { ...draft, sentences: ['Small steps cross water'] };
  const items = anchorItems(passages, withSentence);
  const outcomeOf = (decisions: readonly Decision<AnchorAnswer>[]) =>
    dictionaryFrom(withSentence, decide(startReview(items), decisions), 'majority');
  const by = (item: string, answer: AnchorAnswer): Decision<AnchorAnswer> => ({
    ...{
      item,
      annotator: 'a',
      role: 'annotator',
      answer,
      at: '2026-01-01T00:00:00Z',
      reason: null,
      comment: '',
      leadTime: null,
    },
  });

  test('are spans of their own kind, without translations', () => {
    expect(items.map(({ suggestion }) => suggestion?.answer.spans.map(({ kind }) => kind))).toEqual([
      ['sentence', 'person'],
      ['sentence'],
    ]);
  });

  test('are kept until they are rejected, and never become dictionary entries', () => {
    const all = items.map(({ id, suggestion }) =>
      by(id, suggestion?.answer ?? { spans: [], isComplete: false }),
    );
    expect(outcomeOf([]).sentences).toEqual(['Small steps cross water']);
    const accepted = outcomeOf(all.map((one) => ({ ...one, answer: anchorsTask.accept(one.answer) })));
    expect(accepted).toMatchObject({ sentences: ['Small steps cross water'], untranslated: [] });
    const rejected = outcomeOf(
      all.map((one) => ({
        ...one,
        answer: rejectSpan(
          one.answer,
          at(said[Number(one.item.at(-1)) - 1] ?? '', 'Small steps cross water'),
        ),
      })),
    );
    expect(rejected).toMatchObject({ sentences: [], dropped: ['Small steps cross water'] });
  });

  test('are not rejected by an answer from before they were asked about', () => {
    const before = items.map(({ id }) => by(id, { spans: [], isComplete: true }));
    expect(outcomeOf(before).sentences).toEqual(['Small steps cross water']);
  });
});
