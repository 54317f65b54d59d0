/** What the readers of files collect: items by id or text, golden answers, one decision per annotator and item. */
import { contentHash } from '../../base/hash';
import { isSame } from '../../base/same';
import { keyOf, type DecisionKey } from '../decisions';
import type { Decision } from '../review';
import type { Item, Suggestion } from '../task';
import { idIn, type FormFields, type Form, type FoundItem } from './form';
import type { Imported } from './imported';
import { withPlainBreaks } from './line-breaks';
import { Newest } from './newest';
import { withoutDecimals } from './person';
import { rejections, type Reject, type SkippedAnswer } from './rejected';

export interface Collector<D, A> {
  /** The function that lists rejections at one place of the file. */
  readonly at: (where: string) => Reject;
  /**
   * The item that a record is about: the one with its `item_id`, or (without an id) the one with its text, or a new
   * one. Other line breaks are no other text. null, after a call of `reject`, if record and item do not belong together.
   */
  readonly itemFor: (fields: FormFields, reject: Reject) => FoundItem<D, A> | null;
  /** Whether the item came with the file. */
  readonly isNew: (item: Item<D, A>) => boolean;
  /** Gives a new item its suggestion if it has none; existing suggestions are kept. */
  readonly addSuggestion: (item: Item<D, A>, suggestion: Suggestion<A>) => Item<D, A>;
  /** Adds a golden answer; only for an item from `itemFor`. */
  readonly addGolden: (item: Item<D, A>, golden: A, reject: Reject) => void;
  /**
   * Adds a decision about an item from `itemFor`. Of one annotator’s the newest counts, see `Newest`. `changedAt`,
   * default `decision.at`: when it got this answer.
   */
  readonly addDecision: (decision: Decision<A>, reject: Reject, changedAt?: string | null) => void;
  /** An answer that could not be read, and was listed: older ones by the annotator no longer count. */
  readonly addUnread: (who: DecisionKey, reject: Reject, changedAt: string | null) => void;
  /** Counts an item or annotation without an answer. */
  readonly skip: (where: string, why: SkippedAnswer['why']) => void;
  readonly imported: () => Imported<D, A>;
}

/** `known`: the items of the review that imports the file. */
export function collector<D, A>(form: Form<D, A>, known: readonly Item<D, A>[]): Collector<D, A> {
  const { list: rejected, at } = rejections();
  const byId = new Map(known.map((item) => [item.id, item]));
  const textOfItem = ({ data }: Item<D, A>): string =>
    withPlainBreaks(form.textOf(form.fieldsOf(data)) ?? '');
  /** ids by text, with plain line breaks */
  const byText = new Map<string, string[]>();
  for (const item of known) addText(byText, textOfItem(item), item.id);
  const isKnown = new Set(byId.keys());
  const touched = new Set<string>();
  const decisions = new Newest<Decision<A>>();
  const skipped: SkippedAnswer[] = [];

  const take = (item: Item<D, A>): Item<D, A> => {
    if (!byId.has(item.id)) addText(byText, textOfItem(item), item.id);
    byId.set(item.id, item);
    touched.add(item.id);
    return item;
  };

  return {
    at,
    itemFor(fields, reject) {
      const [text, named] = [form.textOf(fields), idIn(fields, 'item_id')];
      const plain = withPlainBreaks(text ?? '');
      const [alike, ...others] = named === null ? (byText.get(plain) ?? []) : [];
      if (others.length > 0) return reject('ambiguous-text', text ?? '');
      const id = named ?? alike ?? `text-${contentHash(text ?? '').slice(0, 12)}`;
      const here = byId.get(id) ?? byId.get(withoutDecimals(id));
      const found = (item: Item<D, A>): FoundItem<D, A> => ({ item: take(item), textInFile: text });
      if (here)
        return text === null || plain === textOfItem(here) ? found(here) : reject('other-text', named ?? '');
      if (text === null) return reject(named === null ? 'missing-text' : 'unknown-item', named ?? undefined);
      const data = form.dataOf(fields, id);
      return data === null ? reject('unreadable', id) : found({ id, data, suggestion: null, golden: null });
    },
    isNew: ({ id }) => !isKnown.has(id),
    addSuggestion(item, suggestion) {
      return item.suggestion === null && !isKnown.has(item.id) ? take({ ...item, suggestion }) : item;
    },
    addGolden(item, golden, reject) {
      const before = byId.get(item.id)?.golden ?? null;
      if (before === null) take({ ...(byId.get(item.id) ?? item), golden });
      else if (!isSame(before, golden)) reject('other-golden');
    },
    addDecision(decision, reject, changedAt = decision.at) {
      decisions.add(keyOf(decision), { value: decision, at: changedAt, reject });
    },
    addUnread(who, reject, changedAt) {
      decisions.add(keyOf(who), { value: null, at: changedAt, reject });
    },
    skip(where, why) {
      skipped.push({ where, why });
    },
    imported() {
      const items = [...touched].flatMap((id) => byId.get(id) ?? []);
      return { items, decisions: decisions.values(), rejected, skipped };
    },
  };
}

function addText(byText: Map<string, string[]>, text: string, id: string): void {
  const ids = byText.get(text);
  if (ids) ids.push(id);
  else byText.set(text, [id]);
}
