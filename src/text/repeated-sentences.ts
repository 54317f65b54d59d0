/**
 * Repeated sentences: what a text keeps saying word for word, such as a saying. They name nothing, so no anchor term
 * covers them, and yet only the text teaches them.
 */
import type { Tokenizer } from '../files/tokenizer';
import type { Passage } from './blocks';
import { normalized } from './dictionary';
import { createMatcher } from './matcher';
import type { Span } from './span';
import { TermIndex } from './term-index';
import { WORD_CHARACTER } from './word-characters';

/** Fewest words: a shorter sentence is likely in any text. */
const FEWEST_WORDS = 4;
/** Fewest occurrences in the forget set. */
const FEWEST_TIMES = 3;

/** Direct speech begins and ends at its quotation marks. */
const BORDER = /(?<![.!?])[.!?]+(?=\s|["”»]|$)|[。！？\n"“”„«»「」]+/u;
/** The end of what announces a sentence, and how far it reaches back. */
const LEAD_IN = /:\s+(?=\p{Lu})|：/gu;
const BEFORE_LEAD_IN = new Set('.!?。！？\n"“”„«»「」');
/** What a sentence may begin and end with inside a longer one: “Wake me,” he said. */
const EDGES = new Set(' ,;:–—-');
const WORD = new RegExp(`${WORD_CHARACTER}+`, 'gu');

export interface RepeatedSentence {
  readonly sentence: string;
  /** index of the passage of each occurrence in the forget set, in order */
  readonly passages: readonly number[];
}

/** Whole sentences, without quotation marks and without the punctuation at their ends. */
export function sentencesOf(passage: Passage): string[] {
  return withoutLeadIns(passage)
    .split(BORDER)
    .map((sentence) => withoutEdges(normalized(sentence)))
    .filter(Boolean);
}

/** What announces a sentence after a colon is not one: it becomes a line break. */
function withoutLeadIns(passage: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { 0: colon, index } of passage.matchAll(LEAD_IN)) {
    let end = index;
    while (end > from && !BEFORE_LEAD_IN.has(passage.charAt(end - 1))) end--;
    kept.push(passage.slice(from, end));
    from = index + colon.length;
  }
  kept.push(passage.slice(from));
  return kept.join('\n');
}

function withoutEdges(sentence: string): string {
  let [start, end] = [0, sentence.length];
  while (start < end && EDGES.has(sentence.charAt(start))) start++;
  while (end > start && EDGES.has(sentence.charAt(end - 1))) end--;
  return sentence.slice(start, end);
}

/**
 * The sentences of four or more words that the forget set repeats three times or more, that contain no anchor term and
 * that the retain set lacks; the most frequent first.
 */
export function repeatedSentences(
  forget: readonly Passage[],
  retain: readonly Passage[],
  terms: readonly string[],
): RepeatedSentence[] {
  const places = new Map<string, number[]>();
  for (const [passage, text] of forget.entries())
    for (const sentence of sentencesOf(text)) {
      const known = places.get(sentence);
      if (known) known.push(passage);
      else places.set(sentence, [passage]);
    }
  const retained = new Set(retain.flatMap(sentencesOf));
  const anchors = new TermIndex(terms.map((term) => [term, term]));
  return [...places]
    .map(([sentence, passages]) => ({ sentence, passages }))
    .filter(
      ({ sentence, passages }) =>
        passages.length >= FEWEST_TIMES &&
        (sentence.match(WORD)?.length ?? 0) >= FEWEST_WORDS &&
        !retained.has(sentence) &&
        anchors.find(sentence).length === 0,
    )
    .sort((a, b) => b.passages.length - a.passages.length || (a.sentence < b.sentence ? -1 : 1));
}

/** Where the sentences are in a sequence of tokens, in order and without overlaps. */
export function findSentences(
  ids: Int32Array,
  sentences: readonly string[],
  tokenizer: Tokenizer,
): readonly Span[] {
  const dictionary = sentences.map((term) => ({ term, translations: [term] as const }));
  return createMatcher(dictionary, tokenizer, { wordBoundary: true }).find(ids);
}
