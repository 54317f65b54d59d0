/** The terms in a model’s answer, each checked; what cannot be used is listed with the reason. */
import { quoted } from '../../base/errors';
import { v } from '../../base/schema';
import { anchorKinds, type AnchorKind } from '../../review/tasks/anchors';
import { normalized } from '../../text/dictionary';
import { foldTerm } from '../../text/fold';
import { explainFault, type AnswerFault } from '../answer-faults';
import { jsonValuesIn } from '../json-values';

export interface ReadTerm {
  readonly term: string;
  readonly kind: AnchorKind;
  /** At least one. */
  readonly translations: readonly [string, ...string[]];
  /** Offsets in the passage, as the model says. */
  readonly positions: readonly number[];
}

/**
 * - `json`: no JSON, or not whole
 * - `shape`: JSON of another form
 * - `term`: no expression, or one that is too long
 * - `translations`: none that could take the term’s place
 * - `absent`: the passage does not have the term
 * - `entry`: it changes what is no entry
 */
export type RejectionReason = 'json' | 'shape' | 'term' | 'translations' | 'absent' | 'entry';

export interface Rejected {
  /** The beginning of what was rejected. */
  readonly item: string;
  readonly because: RejectionReason;
  /** null: the reason says all. */
  readonly detail: AnswerFault | null;
}

/** What an answer alone shows to be wrong always has a detail, which the model is told. */
interface Refused extends Rejected {
  readonly detail: AnswerFault;
}

export interface ReadAnswer {
  readonly terms: readonly ReadTerm[];
  readonly rejected: readonly Refused[];
  /** Whether the answer holds a list at all, an empty one included. */
  readonly isList: boolean;
}

const noList: AnswerFault = { code: 'no-list', params: {} };
/** What the model is told where there is no list. */
export const NO_LIST = explainFault(noList);
/** Most characters of a term, and of a translation. */
const LONGEST = 100;
/** Most terms of one answer; what follows is not read. */
const MOST = 1000;

const shape = v.object({
  term: v.string(),
  kind: v.optional(v.unknown()),
  translations: v.union([v.string(), v.array(v.unknown())]),
  positions: v.optional(v.unknown()),
});

const kindNames = new Map<string, AnchorKind>([
  ...anchorKinds.map((kind) => [kind, kind] as const),
  ...[['character', 'person'] as const, ['name', 'person'] as const, ['location', 'place'] as const],
  ...[['object', 'thing'] as const, ['item', 'thing'] as const, ['expression', 'phrase'] as const],
  ['sentence', 'other'], // repeated sentences are found otherwise (text/repeated-sentences.ts)
]);

/** Reads any text as an answer; never throws. */
export function readTerms(text: string): ReadAnswer {
  const { values, broken, isCut } = jsonValuesIn(text);
  const lists = values.map(itemsIn);
  const items = lists.flatMap((list) => list ?? []);
  const rejected: Refused[] = broken.map((one) => ({
    item: one.text,
    because: 'json',
    detail: one.because,
  }));
  if (isCut)
    rejected.push({
      item: quoted(text.slice(-LONGEST)),
      because: 'json',
      detail: { code: 'cut-off', params: {} },
    });
  if (values.length === 0 && broken.length === 0 && !isCut)
    rejected.push({ item: quoted(text), because: 'json', detail: { code: 'no-json', params: {} } });
  values.forEach((value, i) => {
    if (lists[i] === null) rejected.push(refused(value, 'shape', noList));
  });
  const terms: ReadTerm[] = [];
  for (const item of items.slice(0, MOST)) {
    const read = readTerm(item);
    if ('because' in read) rejected.push(read);
    else terms.push(read);
  }
  if (items.length > MOST)
    rejected.push(refused(items[MOST], 'shape', { code: 'too-many', params: { most: String(MOST) } }));
  return { terms, rejected, isList: lists.some((list) => list !== null) };
}

/** The items of a value: a list, the list under “terms”, one item, or an object of terms and translations. null: none. */
function itemsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return null;
  if ('terms' in value) return Array.isArray(value.terms) ? (value.terms as readonly unknown[]) : null;
  if ('term' in value) return [value];
  const entries = Object.entries<unknown>({ ...value });
  const isMap = entries.every(([, one]) => typeof one === 'string' || Array.isArray(one));
  return entries.length > 0 && isMap ? entries.map(([term, translations]) => ({ term, translations })) : null;
}

function readTerm(item: unknown): ReadTerm | Refused {
  const parsed = v.safeParse(shape, item);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue);
    const params = { expected: issue.expected, got: quoted(issue.received) };
    return refused(
      item,
      'shape',
      field === null ? { code: 'item', params } : { code: 'field', params: { field, ...params } },
    );
  }
  const { kind, translations, positions } = parsed.output;
  const term = normalized(parsed.output.term);
  const key = foldTerm(term);
  if (!isExpression(term) || key === '')
    return refused(item, 'term', { code: 'no-expression', params: { most: String(LONGEST) } });
  const [first, ...rest] = telling(translationsIn(translations, key));
  if (first === undefined) return refused(item, 'translations', { code: 'not-generic', params: {} });
  const numbers: readonly unknown[] = Array.isArray(positions) ? positions : [];
  return {
    term,
    kind: kindOf(kind),
    translations: [first, ...rest],
    positions: numbers.filter(
      (one) => typeof one === 'number' && Number.isInteger(one) && one >= 0,
    ) as number[],
  };
}

function refused(item: unknown, because: RejectionReason, detail: AnswerFault): Refused {
  return { item: quoted(JSON.stringify(item)), because, detail };
}

/** Letters or digits, on one line, and not too many. */
function isExpression(text: string): boolean {
  return text.length <= LONGEST && /[\p{L}\p{N}]/u.test(text) && !/[<>{}\p{Cc}]/u.test(text);
}

/** Those that could take the term’s place: expressions that do not have the term in them. */
function translationsIn(value: string | readonly unknown[], key: string): string[] {
  const list = typeof value === 'string' ? [value] : value;
  const texts = list.flatMap((one) => (typeof one === 'string' ? [normalized(one)] : []));
  return [...new Set(texts)].filter(
    (one) => isExpression(one) && !` ${foldTerm(one)} `.toLowerCase().includes(` ${key.toLowerCase()} `),
  );
}

/** Without those that begin with an article, whose first token tells nothing, unless all do. */
function telling(translations: readonly string[]): readonly string[] {
  const others = translations.filter((one) => !/^(?:an?|the) /iu.test(one));
  return others.length > 0 ? others : translations;
}

function kindOf(kind: unknown): AnchorKind {
  const name = typeof kind === 'string' ? kind.trim().toLowerCase() : '';
  return kindNames.get(name) ?? 'other';
}
