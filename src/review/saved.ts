/**
 * A review as it is kept between visits. Items that a run makes are made again; kept are the decisions about them, and
 * whole items and golden answers that came from outside.
 */
import { isSame } from '../base/same';
import { v } from '../base/schema';
import type { Form } from './exchange/form';
import { keyOf, type Decision, type Review } from './review';
import { reasonCodes, type Item } from './task';

const VERSION = 1;

const suggestion = v.object({ answer: v.unknown(), certainty: v.number(), by: v.string() });

const saved = v.object({
  version: v.literal(VERSION),
  decisions: v.array(
    v.object({
      item: v.string(),
      annotator: v.string(),
      role: v.picklist(['annotator', 'adjudicator']),
      answer: v.unknown(),
      reason: v.nullable(v.picklist(reasonCodes)),
      comment: v.string(),
      leadTime: v.nullable(v.number()),
      at: v.nullable(v.string()),
    }),
  ),
  items: v.array(
    v.object({
      id: v.string(),
      fields: v.record(v.string(), v.unknown()),
      suggestion: v.nullable(suggestion),
      golden: v.unknown(),
    }),
  ),
});

/** Plain data, as a database keeps it. */
export type SavedReview = v.InferOutput<typeof saved>;

/**
 * What is to be kept of a review; `made` are the items that a run makes again. Items of no decision and no golden
 * answer that are made again are left out.
 */
export function saveReview<D, A>(
  form: Form<D, A>,
  { items, decisions }: Review<D, A>,
  made: readonly Item<D, A>[],
): SavedReview {
  const again = new Map(made.map((item) => [item.id, item]));
  const decided = new Set([...decisions.values()].map(({ item }) => item));
  const isKept = (item: Item<D, A>): boolean =>
    again.get(item.id) !== item && (item.golden !== null || decided.has(item.id) || !again.has(item.id));
  return {
    version: VERSION,
    decisions: [...decisions.values()],
    items: items.filter(isKept).map(({ id, data, suggestion: suggested, golden }) => ({
      id,
      fields: { ...form.fieldsOf(data) },
      suggestion: suggested,
      golden,
    })),
  };
}

/**
 * The review with what was kept. What does not fit (another version, an answer of another shape) is left out; a value
 * that was never saved is nothing.
 */
export function restoreReview<D, A>(form: Form<D, A>, review: Review<D, A>, value: unknown): Review<D, A> {
  const read = v.safeParse(saved, value);
  if (!read.success) return review;
  const answerOf = (from: unknown): A | null => {
    const result = v.safeParse(form.task.shape, from);
    return result.success ? result.output : null;
  };
  const kept = new Map(
    read.output.items.flatMap(({ id, fields, suggestion: suggested, golden }): [string, Item<D, A>][] => {
      const data = form.dataOf(fields, id);
      const answer = suggested === null ? null : answerOf(suggested.answer);
      if (data === null) return [];
      const again = suggested && answer !== null ? { ...suggested, answer } : null;
      return [[id, { id, data, suggestion: again, golden: answerOf(golden) }]];
    }),
  );
  const items = review.items.map((item) => {
    const golden = kept.get(item.id)?.golden ?? null;
    return golden === null || isSame(golden, item.golden) ? item : { ...item, golden };
  });
  const decisions = read.output.decisions.flatMap((decision): [string, Decision<A>][] => {
    const answer = answerOf(decision.answer);
    return answer === null ? [] : [[keyOf(decision), { ...decision, answer }]];
  });
  const here = new Set(items.map(({ id }) => id));
  const others = [...kept.values()].filter(({ id }) => !here.has(id));
  const known = new Set([...here, ...others.map(({ id }) => id)]);
  const fitting = decisions.filter(([, { item }]) => known.has(item));
  return { ...review, items: [...items, ...others], decisions: new Map([...fitting, ...review.decisions]) };
}
