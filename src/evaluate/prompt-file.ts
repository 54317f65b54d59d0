/** Prompt files from users: valid items are used, invalid ones listed with line and reason. */
import { parseCsv } from '../base/csv';
import { quoted } from '../base/errors';
import { tryJson } from '../base/json';
import { v } from '../base/schema';
import type { PromptWithReferences } from './completions';
import { cutJsonList, cutLines, type JsonPiece } from './json-pieces';

export interface FamiliarityPrompt extends PromptWithReferences {
  /** 1: the prompt clearly refers to the text … 10: it hardly hints at it; null: not given */
  readonly subtlety: number | null;
}

/** An item that is not valid. */
interface RejectedPrompt {
  /** where it starts in the file, from 1 */
  readonly line: number;
  readonly reason: string;
}

export interface PromptFile {
  readonly prompts: readonly FamiliarityPrompt[];
  readonly rejected: readonly RejectedPrompt[];
}

export const promptFormats = ['json', 'jsonl', 'csv'] as const;
export type PromptFormat = (typeof promptFormats)[number];

/** Most characters of an item that a reason quotes. */
const MOST_SHOWN = 40;

/** Between the references in a CSV cell. */
const SEPARATOR = '|';

/** The format of a file by its name; null: none of these. */
export function promptFormatOf(name: string): PromptFormat | null {
  return promptFormats.find((format) => name.toLowerCase().endsWith(`.${format}`)) ?? null;
}

/**
 * Reads prompts `{prompt, references: [text, …], subtlety?: 1 … 10}`: a JSON list of them, JSONL, or CSV with these
 * columns in any order and several references in a cell as `one|another`. Never throws: a file of another kind has no
 * prompts, and the reason at line 1. Texts are trimmed; other fields and columns are ignored.
 */
export function parsePrompts(text: string, format: PromptFormat): PromptFile {
  const prompts: FamiliarityPrompt[] = [];
  const rejected: RejectedPrompt[] = [];
  for (const item of itemsOf(text.replace(/^\uFEFF/, ''), format)) {
    const result = 'reason' in item ? item : check(item);
    if ('reason' in result) rejected.push(result);
    else prompts.push(result);
  }
  return { prompts, rejected };
}

interface Item {
  readonly line: number;
  readonly value: unknown;
}

function itemsOf(text: string, format: PromptFormat): (Item | RejectedPrompt)[] {
  switch (format) {
    case 'json':
      return cutJsonList(text)?.map(parsePiece) ?? [{ line: 1, reason: 'expected a list: [ … ]' }];
    case 'jsonl':
      return cutLines(text).map(parsePiece);
    case 'csv':
      return csvItems(text);
  }
}

function parsePiece({ line, text }: JsonPiece): Item | RejectedPrompt {
  const result = tryJson(text);
  return 'value' in result
    ? { line, value: result.value }
    : { line, reason: `expected ${result.expected}, got ${quoted(text, MOST_SHOWN)}` };
}

function csvItems(text: string): (Item | RejectedPrompt)[] {
  const [header, ...rows] = parseCsv(text);
  const names = header?.fields.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = ['prompt', 'references'].find((name) => !names.includes(name));
  if (missing)
    return [{ line: header?.line ?? 1, reason: `expected a column "${missing}" in the first line` }];
  return rows.map(({ line, fields, problem }) => {
    if (problem === 'quotes') return { line, reason: 'expected closed quotes' };
    if (fields.length > names.length)
      return {
        line,
        reason: `expected ${names.length} cells, got ${fields.length}; quote cells with commas`,
      };
    const cell = (name: string): string => fields[names.indexOf(name)]?.trim() ?? '';
    const references = cell('references').split(SEPARATOR);
    const subtlety = cell('subtlety') === '' ? null : Number(cell('subtlety'));
    return { line, value: { prompt: cell('prompt'), references, subtlety } };
  });
}

const someText = v.pipe(v.string('expected text'), v.trim(), v.nonEmpty('expected text, got none'));
const LEVEL = 'expected a whole number from 1 to 10';
const schema = v.object(
  {
    prompt: someText,
    references: v.pipe(v.array(someText, 'expected a list of texts'), v.nonEmpty('expected at least one')),
    subtlety: v.nullish(
      v.pipe(v.number(LEVEL), v.integer(LEVEL), v.minValue(1, LEVEL), v.maxValue(10, LEVEL)),
      null,
    ),
  },
  ({ received }) => (received === 'undefined' ? 'expected a value, got none' : 'expected an object'),
);

function check({ line, value }: Item): FamiliarityPrompt | RejectedPrompt {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { line, reason: path === null ? issue.message : `${path}: ${issue.message}` };
}
