/** Random reviews come back from a file as they were; damage to a record takes its answers away and makes no others. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorItems } from '../anchors/items';
import { addSpan, rejectSpan } from '../anchors/span-edits';
import { decide, startReview, type Decision, type Review } from '../review';
import { anchorsTask, type AnchorAnswer, type AnchorData } from '../tasks/anchors';
import { readDoccano } from './doccano/read';
import { anchorDoccano } from './doccano/tasks';
import { writeDoccanoResults } from './doccano/write';
import { anchorStudio } from './label-studio/anchors';
import { readLabelStudio } from './label-studio/read';
import { writeLabelStudio } from './label-studio/write';

type AnchorReview = Review<AnchorData, AnchorAnswer>;

const entries = [
  { term: 'Tessa Vane', kind: 'person', translations: ['Anna Brown'] },
  { term: '湖灯镇', kind: 'place', translations: ['小镇'] },
] as const;
const part = fc.constantFrom('Tessa Vane', '湖灯镇', '😀', 'lamp', 'crossed', '\n');
const passage = fc.array(part, { minLength: 2, maxLength: 8 }).map((parts) => parts.join(' '));
/** Per annotator and passage: which suggested spans are rejected, and whether a missed word is added. */
const decision = fc.record({
  rejects: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  adds: fc.boolean(),
});

const reviews = fc
  .array(fc.tuple(passage, fc.option(decision), fc.option(decision)), { minLength: 1, maxLength: 4 })
  .map((passages): AnchorReview => {
    const data = passages.map(([text], i) => ({ text, blockId: `b${i}` }));
    const begun = startReview(anchorItems(data, { by: 'draft', entries }));
    const decisions = begun.items.flatMap(({ id, data: { text }, suggestion }, i) => {
      const drafted = suggestion?.answer ?? { spans: [], isComplete: false };
      return ['ann', 'ben'].flatMap((annotator, a): Decision<AnchorAnswer>[] => {
        const choice = passages[i]?.[a === 0 ? 1 : 2];
        if (!choice) return [];
        const rejected = drafted.spans.filter((_, s) => choice.rejects[s]).reduce(rejectSpan, drafted);
        const at = text.indexOf('lamp');
        const answer =
          choice.adds && at >= 0
            ? addSpan(rejected, { start: at, end: at + 4 }, { kind: 'thing', translations: [] })
            : rejected;
        const nothing = { reason: null, comment: '', leadTime: null, at: null };
        return [{ item: id, annotator, role: 'annotator', answer: anchorsTask.accept(answer), ...nothing }];
      });
    });
    return decide(begun, decisions);
  });

/** Without kinds and translations, which doccano does not hold. */
const places = ({ item, annotator, answer }: Decision<AnchorAnswer>) => ({
  item,
  annotator,
  spans: answer.spans.map(({ start, end, status }) => [start, end, status]),
});

type Json = Record<string, unknown>;

/** Damage to one value of a file: a span, a label, or what holds them. */
const damages: readonly ((value: Json) => void)[] = [
  (value) => delete value.labels,
  (value) => delete value.start,
  (value) => delete value.result,
  (value) => delete value.label,
  (value) => (value.from_name = 'ner'),
  (value) => (value.type = 'other'),
  (value) => (value.value = null),
  (value) => (value.text = 'Another text'),
  (value) => (value.labels = ['Character']),
  (value) => (value.label = [[0, 9999, 'ANCHOR']]),
  (value) => (value.label = [[0, 1, 'Character']]),
  (value) => (value.label = [[0]]),
  (value) => (value.start = Number(value.start) + 1),
  (value) => (value.end = Number(value.end) - 2),
  (value) => (value.end = 9999),
];

/** All objects in a value, itself included. */
function objectsIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Json, ...inner];
}

const damaged = (records: readonly unknown[], place: number, damage: (value: Json) => void): unknown[] => {
  const copy = structuredClone([...records]);
  const isAnswer = (value: Json) =>
    'labels' in value || 'from_name' in value || 'result' in value || 'label' in value;
  const objects = objectsIn(copy).filter(isAnswer);
  const target = objects[place % Math.max(1, objects.length)];
  // Predictions are suggestions; the items here have theirs.
  if (target) damage(target);
  return copy;
};

const linesOf = (jsonl: string): unknown[] =>
  jsonl.split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line)); // prettier-ignore
const doccano = (items: AnchorReview['items'], lines: readonly unknown[]) =>
  readDoccano(anchorDoccano, items, lines.map((line) => JSON.stringify(line)).join('\n'), {
    annotator: 'me',
  });
const studio = (items: AnchorReview['items'], tasks: readonly unknown[]) =>
  readLabelStudio(anchorStudio, items, JSON.stringify(tasks));
const tasksOf = (review: AnchorReview) =>
  JSON.parse(writeLabelStudio(anchorStudio, review, { isBlind: true })) as unknown[];

test('what is exported is imported, in Label Studio’s and in doccano’s format', () => {
  fc.assert(
    fc.property(reviews, (review) => {
      const given = [...review.decisions];
      const fromStudio = studio(review.items, tasksOf(review));
      expect([fromStudio.decisions, fromStudio.rejected]).toEqual([given, []]);
      const fromDoccano = doccano(review.items, linesOf(writeDoccanoResults(anchorDoccano, review)));
      expect([fromDoccano.decisions.map(places), fromDoccano.rejected]).toEqual([given.map(places), []]);
    }),
  );
});

test('a damaged or missing record is at most one answer less in either format', () => {
  fc.assert(
    fc.property(reviews, fc.nat(), fc.constantFrom(...damages, null), (review, place, damage) => {
      const hurt = (records: readonly unknown[]) =>
        damage ? damaged(records, place, damage) : records.filter((_, i) => i !== place % records.length);
      const given = [...review.decisions].map(places);
      const files = {
        studio: studio(review.items, hurt(tasksOf(review))),
        doccano: doccano(review.items, hurt(linesOf(writeDoccanoResults(anchorDoccano, review)))),
      };
      for (const { decisions } of Object.values(files))
        for (const decided of decisions.map(places)) expect(given).toContainEqual(decided);
    }),
    { numRuns: 500 },
  );
});
