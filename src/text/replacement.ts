/** The tokens that replace a match. */
import type { DictionaryEntry } from './dictionary';
import type { FreeSpelling, Match, Matcher } from './matcher';

export interface Replacement {
  readonly ids: Int32Array;
  /** The first token of the drawn translations, in each of their spellings and as it is here. */
  readonly firstTokens: ReadonlySet<number>;
}

/** The terms of a match: one, unless several share a token. */
export function entriesOf({
  entry,
  spelling,
}: Pick<Match, 'entry' | 'spelling'>): readonly DictionaryEntry[] {
  if (typeof spelling === 'string') return [entry];
  return spelling.parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
}

/** `draw` returns the translation of a term of the match. */
export function replacementOf(
  match: Match,
  matcher: Matcher,
  draw: (entry: DictionaryEntry) => string,
): Replacement {
  const spellings = entriesOf(match).map((entry) => matcher.spell(draw(entry)));
  const firsts = spellings.flatMap((all) => Array.from(all.values(), ([id = 0]) => id));
  if (typeof match.spelling === 'string') {
    const [any = new Int32Array()] = spellings[0]?.values() ?? [];
    return { ids: spellings[0]?.get(match.spelling) ?? any, firstTokens: new Set(firsts) };
  }
  const { ids, firstTokens } = freely(match.spelling, matcher, draw);
  return { ids, firstTokens: new Set([...firsts, ...firstTokens]) };
}

function freely(
  { before, parts }: FreeSpelling,
  matcher: Matcher,
  draw: (entry: DictionaryEntry) => string,
): { ids: Int32Array; firstTokens: number[] } {
  const places: number[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') places.push(text.length);
    text += typeof part === 'string' ? part : draw(part);
  }
  const ids = matcher.spellFreely(before, text);
  const read = matcher.read(ids);
  const added = read.text.length - text.length; // a tokenizer can put a space before
  return { ids, firstTokens: places.map((place) => ids[read.tokensAt(place + added).first] ?? 0) };
}
