/**
 * Token patterns as a trie: matching at one position takes at most as many steps as the longest pattern has tokens, no
 * matter how many terms share their first token.
 */
import type { DictionaryEntry } from './dictionary';
import type { SpellingName } from './spellings';

/** One spelling of a term. */
export interface Pattern {
  readonly entry: DictionaryEntry;
  readonly spelling: SpellingName;
  /** At least one. */
  readonly ids: Int32Array;
  /** Its place in the dictionary. */
  readonly order: number;
}

interface Branch {
  readonly next: Map<number, Branch>;
  pattern: Pattern | null;
}

const branch = (): Branch => ({ next: new Map(), pattern: null });

export class PatternIndex {
  readonly #root = branch();

  /** Of patterns with the same tokens, the first of the dictionary is kept, and of one term the one added first. */
  add(pattern: Pattern): void {
    let at = this.#root;
    for (const id of pattern.ids) {
      const next = at.next.get(id) ?? branch();
      at.next.set(id, next);
      at = next;
    }
    if (!at.pattern || pattern.order < at.pattern.order) at.pattern = pattern;
  }

  /** The patterns that match `ids` at `start`, shortest first. */
  at(ids: Int32Array, start: number): Pattern[] {
    const found: Pattern[] = [];
    let at: Branch | undefined = this.#root;
    for (let i = start; i < ids.length; i++) {
      at = at.next.get(ids[i] ?? -1);
      if (!at) break;
      if (at.pattern) found.push(at.pattern);
    }
    return found;
  }
}
