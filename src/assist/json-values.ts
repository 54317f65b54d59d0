/**
 * The JSON in what a language model wrote: within fences and chatter, after thoughts, and as much as is whole of what was
 * cut off. One pass over the text, however it is made; nothing of it is ever run.
 */
import { quoted } from '../base/errors';
import { MOST_LEVELS, tryJson } from '../base/json';
import { repeatedKey } from '../base/repeated-key';
import type { AnswerFault } from './answer-faults';
import { MOST_CHARACTERS } from './answerer';

interface BrokenJson {
  readonly text: string;
  readonly because: AnswerFault;
}

export interface FoundJson {
  /** The largest values that are whole, in order. */
  readonly values: readonly unknown[];
  /** Parts between brackets that are no JSON, as far as they can be shown, each with what is wrong. */
  readonly broken: readonly BrokenJson[];
  /** Whether a bracket was still open at the end. */
  readonly isCut: boolean;
}

/** Reasoning models think aloud first. */
const THOUGHTS = /<think>[^]*?(?:<\/think>|$)/gu;
/** Most parts that are looked at: an answer has one, or a few. */
const MOST_PARTS = 10_000;

export function jsonValuesIn(text: string): FoundJson {
  const heard = text.slice(0, MOST_CHARACTERS).replace(THOUGHTS, '');
  const { ranges, isCut } = bracketed(heard);
  const values: unknown[] = [];
  const broken: BrokenJson[] = [];
  for (const [start, end] of ranges.slice(0, MOST_PARTS)) {
    const part = heard.slice(start, end);
    const result = valueOf(part);
    if ('value' in result) values.push(result.value);
    else broken.push({ text: quoted(part), because: result });
  }
  return { values, broken, isCut };
}

function valueOf(part: string): { readonly value: unknown } | AnswerFault {
  const result = tryJson(part);
  if ('value' in result) {
    const again = repeatedKey(part);
    return again ? { code: 'key-twice', params: { key: quoted(again.key) } } : result;
  }
  return result.isTooDeep
    ? { code: 'too-deep', params: { most: String(MOST_LEVELS) } }
    : { code: 'parser', params: { said: quoted(result.got) } };
}

const PAIRS: Readonly<Record<string, string>> = { '}': '{', ']': '[' };
const INTERESTING = /["\\[\]{}\n]/gu;

/** The largest parts between matching brackets, in order. A string never reaches past its line, as in JSON. */
function bracketed(text: string): { ranges: [start: number, end: number][]; isCut: boolean } {
  const open: { bracket: string; at: number }[] = [];
  const ranges: [number, number][] = [];
  let isInString = false;
  INTERESTING.lastIndex = 0;
  for (let found = INTERESTING.exec(text); found; found = INTERESTING.exec(text)) {
    const [one] = found;
    const at = found.index;
    if (one === '\n') isInString = false;
    else if (one === '\\') INTERESTING.lastIndex += Number(isInString);
    else if (one === '"') isInString = open.length > 0 && !isInString;
    else if (isInString) continue;
    else if (PAIRS[one] === undefined) open.push({ bracket: one, at });
    else {
      const last = open.pop();
      if (!last) continue;
      // Brackets that do not match are chatter.
      if (last.bracket !== PAIRS[one]) open.length = 0;
      else {
        while ((ranges.at(-1)?.[0] ?? -1) > last.at) ranges.pop();
        ranges.push([last.at, at + 1]);
      }
    }
  }
  return { ranges, isCut: open.length > 0 };
}
