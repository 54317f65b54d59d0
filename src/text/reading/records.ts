/** Passages in JSON, or in JSONL: one record in each line, as data sets of questions and answers are published. */
import { tryJson } from '../../base/json';
import { v } from '../../base/schema';
import { passagesOf } from './passages';

export interface Records {
  /** undefined: none is given */
  readonly title?: string | undefined;
  readonly passages: readonly string[];
  /** the lines, counted from 1, whose records were not used */
  readonly unused: readonly number[];
}

const record = v.union([
  v.string(),
  v.pipe(
    v.object({ text: v.string() }),
    v.transform(({ text }) => text),
  ),
  v.pipe(
    v.object({ question: v.string(), answer: v.string() }),
    v.transform(({ question, answer }) => `${question}\n${answer}`),
  ),
]);

const whole = v.union([
  v.pipe(
    v.array(record),
    v.transform((passages) => ({ title: undefined, passages })),
  ),
  v.object({ title: v.optional(v.string()), passages: v.array(record) }),
  v.pipe(
    v.object({ title: v.optional(v.string()), text: v.string() }),
    v.transform(({ title, text }) => ({ title, passages: passagesOf(text) })),
  ),
]);

/**
 * Passages of JSON: a list of texts or records, `{title?, passages}` or `{title?, text}`; a record has `text`, or
 * `question` and `answer`. null: it is something else.
 */
export function readJson(text: string): Records | null {
  const read = v.safeParse(whole, parsed(text));
  if (read.success) return { ...read.output, unused: [] };
  return null;
}

/** Passages of JSONL. null: it does not begin with an object, or fewer than half of its lines are records. */
export function readJsonLines(text: string): Records | null {
  if (!/^\s*\{/u.test(text)) return null;
  const passages: string[] = [];
  const unused: number[] = [];
  for (const [i, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '') continue;
    const read = v.safeParse(record, parsed(line));
    if (read.success) passages.push(read.output);
    else unused.push(i + 1);
  }
  return passages.length > 0 && passages.length >= unused.length ? { passages, unused } : null;
}

/** How records in JSON begin, also if the rest is damaged. */
const RECORDS = /^\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){1,200}"\s*:/u;

/** Whether a text is a JSON list or object, or begins like one. */
export function isJson(text: string): boolean {
  return RECORDS.test(text) || (/^\s*[[{]/u.test(text) && parsed(text) !== undefined);
}

function parsed(text: string): unknown {
  const result = tryJson(text);
  return 'value' in result ? result.value : undefined;
}
