/**
 * A review as it is saved between visits. Items from a run are recreated, so only the decisions about them are saved;
 * imported items and golden answers are saved whole.
 */
import { isSame } from '../base/same';
import { v } from '../base/schema';
import type { Form } from './exchange/form';
import { Decisions, type DecisionChange } from './decisions';
import type { Decision, Review } from './review';
import { reasonCodes, type Item } from './task';

const VERSION = 1;

const suggestion = v.object({ answer: v.unknown(), certainty: v.number(), by: v.string() });

const decisionKey = {
  item: v.string(),
  annotator: v.string(),
  role: v.picklist(['annotator', 'adjudicator']),
};

const savedDecision = v.object({
  ...decisionKey,
  answer: v.unknown(),
  reason: v.nullable(v.picklist(reasonCodes)),
  comment: v.string(),
  leadTime: v.nullable(v.number()),
  at: v.nullable(v.string()),
});

const savedDecisions = v.object({ version: v.literal(VERSION), decisions: v.array(savedDecision) });

const savedChanges = v.object({
  version: v.literal(VERSION),
  changes: v.array(v.object({ who: v.object(decisionKey), after: v.nullable(savedDecision) })),
});

const savedItems = v.object({
  version: v.literal(VERSION),
  items: v.array(
    v.object({
      id: v.string(),
      fields: v.record(v.string(), v.unknown()),
      suggestion: v.nullable(suggestion),
      golden: v.unknown(),
    }),
  ),
});

/** Plain data for a database: all decisions, those that changed since (in order), and whole items. */
export type SavedDecisions = v.InferOutput<typeof savedDecisions>;
export type SavedChanges = v.InferOutput<typeof savedChanges>;
export type SavedItems = v.InferOutput<typeof savedItems>;

export function saveDecisions<D, A>({ decisions }: Review<D, A>): SavedDecisions {
  return { version: VERSION, decisions: [...decisions] };
}

export function saveChanges<A>(changes: readonly DecisionChange<Decision<A>>[]): SavedChanges {
  return {
    version: VERSION,
    changes: changes.map(({ who: { item, annotator, role }, after }) => ({
      who: { item, annotator, role },
      after,
    })),
  };
}

export function saveItems<D, A>(form: Form<D, A>, items: readonly Item<D, A>[]): SavedItems {
  return {
    version: VERSION,
    items: items.map(({ id, data, suggestion: suggested, golden }) => ({
      id,
      fields: { ...form.fieldsOf(data) },
      suggestion: suggested,
      golden,
    })),
  };
}

/** Items from a run, by id: those of every visit’s start, and the current ones. */
export interface MadeItems {
  readonly first: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/** The items to save whole: golden ones, and those that the next visit needs but would not recreate. */
export function itemsToKeep<D, A>(
  { items, decisions }: Review<D, A>,
  { first, now }: MadeItems,
): Item<D, A>[] {
  return items.filter(
    ({ id, golden }) => golden !== null || (!first.has(id) && (decisions.on(id).length > 0 || !now.has(id))),
  );
}

/** The review with the saved data. What does not fit (another version, an answer of another shape) is left out. */
export function restoreReview<D, A>(
  form: Form<D, A>,
  review: Review<D, A>,
  kept: { readonly decisions: unknown; readonly changes: readonly unknown[]; readonly items: unknown },
): Review<D, A> {
  const [given, whole] = [v.safeParse(savedDecisions, kept.decisions), v.safeParse(savedItems, kept.items)];
  const later = kept.changes.map((part) => v.safeParse(savedChanges, part)).filter(({ success }) => success);
  if (!given.success && !whole.success && later.length === 0) return review;
  const answerOf = (from: unknown, data: D): A | null => {
    const result = v.safeParse(form.task.shape, from);
    return result.success && form.task.fits(data, result.output) ? result.output : null;
  };
  const wholeItems = new Map(
    (whole.success ? whole.output.items : []).flatMap(
      ({ id, fields, suggestion: suggested, golden }): [string, Item<D, A>][] => {
        const data = form.dataOf(fields, id);
        if (data === null) return [];
        const answer = suggested === null ? null : answerOf(suggested.answer, data);
        const again = suggested && answer !== null ? { ...suggested, answer } : null;
        return [[id, { id, data, suggestion: again, golden: answerOf(golden, data) }]];
      },
    ),
  );
  const items = review.items.map((item) => {
    const golden = wholeItems.get(item.id)?.golden ?? null;
    return golden === null || isSame(golden, item.golden) ? item : { ...item, golden };
  });
  const here = new Set(items.map(({ id }) => id));
  const others = [...wholeItems.values()].filter(({ id }) => !here.has(id));
  const known = new Map([...items, ...others].map(({ id, data }) => [id, data]));
  const all = given.success ? given.output.decisions.map((after) => ({ who: after, after })) : [];
  const changes = later.flatMap((part) => (part.success ? part.output.changes : []));
  const fitting = [...all, ...changes].flatMap(({ who, after }): DecisionChange<Decision<A>>[] => {
    const data = known.get(who.item);
    if (data === undefined) return [];
    if (after === null) return [{ who, after }];
    const answer = answerOf(after.answer, data);
    return answer === null ? [] : [{ who, after: { ...after, answer } }];
  });
  const made = Array.from(review.decisions, (after) => ({ who: after, after }));
  const decisions = Decisions.of<Decision<A>>().with([...fitting, ...made]);
  return { ...review, items: [...items, ...others], decisions };
}
