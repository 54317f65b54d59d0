/** A key that an object in JSON has twice: JSON.parse silently takes the last one. */
import { jsonTokens } from './json-tokens';

export interface RepeatedKey {
  readonly key: string;
  /** Line of the second one, counted from 1. */
  readonly line: number;
}

/** The first one in a text that is JSON; null: there is none. */
export function repeatedKey(text: string): RepeatedKey | null {
  /** the keys of each open object; null: an open list */
  const open: (Set<string> | null)[] = [];
  let before = { text: '', line: 1 };
  for (const token of jsonTokens(text)) {
    const keys = open.at(-1);
    if (token.text === ':' && keys) {
      const key = String(JSON.parse(before.text));
      if (keys.has(key)) return { key, line: before.line };
      keys.add(key);
    }
    if (token.text === '{') open.push(new Set());
    if (token.text === '[') open.push(null);
    if (token.text === '}' || token.text === ']') open.pop();
    before = token;
  }
  return null;
}
