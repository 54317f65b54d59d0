/** A small review of each task, with everything that a format must represent: emoji, Chinese, golden items, a crowd. */
import { anchorItems, type Draft } from '../anchors/items';
import { applyEverywhere } from '../anchors/everywhere';
import { acceptSpan, addSpan, changeSpan, rejectSpan } from '../anchors/span-edits';
import { decide, startReview, type Decision, type Review } from '../review';
import { anchorsTask, type AnchorAnswer, type AnchorData } from '../tasks/anchors';
import type { EvaluationAnswer, EvaluationData, HumanGrade } from '../tasks/evaluation';
import type { LanguageAnswer, LanguageData, Verdict } from '../tasks/language';

export const source = { model: 'a1b2c3', config: 'd4e5f6' };

/** A draft of two terms. */
export const sampleDraft: Draft = {
  by: 'draft',
  entries: [
    { term: 'Tessa Vane', kind: 'person', translations: ['Anna Brown'] },
    { term: 'Ollbrook', kind: 'place', translations: ['the town'] },
  ],
  certaintyOf: () => 0.9,
};

const texts = [
  '😀 Maelis Quill lit the lamp.\nThe captain of 湖灯镇 saw it, and "Nib" too.',
  '湖灯镇在湖边。玛力点亮了灯🏮，湖灯镇亮了。',
  'Nobody asked Maelis.\tShe slept.',
];

const items = anchorItems(
  texts.map((text, i) => ({ text, blockId: `block-${i}` })),
  {
    by: 'shipped draft',
    entries: [
      { term: 'Maelis Quill', kind: 'person', translations: ['Anna Brown', 'Lucy Miller'] },
      { term: 'Maelis', kind: 'person', translations: ['Anna', 'Lucy'] },
      { term: '湖灯镇', kind: 'place', translations: ['小镇'] },
      { term: 'captain', kind: 'other', translations: ['sailor'] },
      { term: 'Nobody', kind: 'other', translations: ['Someone'] },
    ],
    certaintyOf: (term) => (term === 'Nobody' ? 0.25 : 0.75),
  },
);

function by<A>(annotator: string, item: string, answer: A, more: Partial<Decision<A>> = {}): Decision<A> {
  const nothing = { reason: null, comment: '', leadTime: null, at: null };
  return { item, annotator, role: 'annotator', answer, ...nothing, ...more };
}

function place(text: string, part: string) {
  return { start: text.indexOf(part), end: text.indexOf(part) + part.length };
}

/** Two annotators, an adjudicator, a golden passage, and a passage that is only half decided. */
export function sampleAnchors(): Review<AnchorData, AnchorAnswer> {
  const [first, second, third] = items.map(
    ({ suggestion }) => suggestion?.answer ?? { spans: [], isComplete: false },
  );
  if (!first || !second || !third) throw new Error('expected three passages');
  const [text = '', chinese = '', last = ''] = texts;
  const nib = addSpan(rejectSpan(first, place(text, 'captain')), place(text, 'Nib'), {
    kind: 'person',
    translations: ['Puss'],
  });
  const renamed = changeSpan(second, place(chinese, '湖灯镇'), { translations: ['村子', '小镇'] });
  const golden = anchorsTask.accept(rejectSpan(third, place(last, 'Nobody')));
  const begun = startReview(items.map((item) => (item.id === 'block-2' ? { ...item, golden } : item)));
  const review = decide(begun, [
    by('ann@example.org', 'block-0', anchorsTask.accept(nib), {
      reason: 'common-word',
      comment: 'captain is\neveryday, "Nib" is a cat 🐈',
      leadTime: 12.5,
      at: '2026-03-01T10:00:00.000Z',
    }),
    by('ben', 'block-0', anchorsTask.accept(first)),
    by('ann@example.org', 'block-1', anchorsTask.accept(renamed)),
    by('ben', 'block-2', anchorsTask.accept(acceptSpan(third, place(last, 'Nobody')))),
    by('17', 'block-0', anchorsTask.accept(nib), { role: 'adjudicator' }),
  ]);
  return decide(review, applyEverywhere(review, '湖灯镇', { kind: 'accept' }, { annotator: 'cy', at: null }));
}

export function sampleLanguage(): Review<LanguageData, LanguageAnswer> {
  const question = (id: string, prompt: string, completion: string, tokenProbability: number) => {
    const options = [{ text: completion, probability: tokenProbability }, { text: ' lamp', probability: 0.1 }]; // prettier-ignore
    const data = { prompt, completion, tokenProbability, blockId: 'block-0', position: 7, options };
    const answer: LanguageAnswer = { verdict: 'correct', replacement: null };
    return { id, data, suggestion: { answer, certainty: tokenProbability, by: 'baseline' }, golden: null };
  };
  const says = (verdict: Verdict, replacement: string | null = null): LanguageAnswer => ({
    verdict,
    replacement,
  });
  const begun = startReview([
    question('q1', 'Anna lit the', ' harbour', 0.125),
    question('q2', 'The sailor said, "', 'Hm', 0.25),
    { ...question('q3', '小镇在', '湖边', 0.5), golden: says('correct') },
  ]);
  return decide(begun, [
    by('ann@example.org', 'q1', says('incorrect', ' lamp'), {
      reason: 'out-of-place',
      leadTime: 4,
      at: '2026-03-01T10:00:04.000Z',
    }),
    by('ben', 'q1', says('incorrect', ' 🏮')),
    by('cy', 'q1', says('unsure')),
    by('ann@example.org', 'q3', says('correct')),
    by('ben', 'q3', says('incorrect', '山上')),
  ]);
}

export function sampleEvaluation(): Review<EvaluationData, EvaluationAnswer> {
  const completion = (id: string, text: string, grade: HumanGrade, golden: HumanGrade | null = null) => ({
    id,
    data: {
      prompt: 'The lamp was lit by',
      completion: text,
      references: ['Maelis Quill', 'Maelis'],
      voice: null,
    },
    suggestion: { answer: { grade }, certainty: 0.5, by: 'automatic' },
    golden: golden === null ? null : { grade: golden },
  });
  const begun = startReview([
    completion('e1', ' Maelis, the youngest of the wicks.', 3),
    completion('e2', ' a child of the harbour.', 0),
    completion('e3', ' a lampwright 🏮\nof the lake.', 1, 2),
  ]);
  return decide(begun, [
    by('ann@example.org', 'e1', { grade: 3 }),
    by('ben', 'e1', { grade: 2 }, { reason: 'typical-theme', comment: 'no detail' }),
    by('ann@example.org', 'e2', { grade: 0 }),
    by('ben', 'e2', { grade: 0 }),
    by('ben', 'e3', { grade: 1 }),
  ]);
}
