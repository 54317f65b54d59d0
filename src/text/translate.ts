/**
 * Generic translation of a block (arXiv 2310.02238, section 2.2): anchor terms are replaced by generic ones, and
 * `mapping` says after which translated token the prediction for each original position is made.
 */
import { append } from '../base/append';
import { hashDraw } from '../base/hash';
import type { DictionaryEntry } from './dictionary';
import type { Match, Matcher } from './matcher';
import { entriesOf, replacementOf } from './replacement';
import type { Span } from './span';

/** Why a position has no label. */
export type Reason =
  /** inside an anchor term, whose translation may have a different length */
  | 'anchor'
  /** before an anchor term that the block already contains: the label would repeat the name */
  | 'repeat'
  /** its translated position is past the model's context */
  | 'context'
  /** the last token of a block: the block does not contain what follows */
  | 'end';

/** A token that must not be a label, from a translated position on. */
export interface Forbidden {
  readonly id: number;
  readonly from: number;
}

/** A block and its translation, aligned. */
export interface Aligned {
  readonly original: Int32Array;
  readonly translated: Int32Array;
  /** mapping[i] = j: the prediction after original token i is the one after translated token j; −1 = none. */
  readonly mapping: Int32Array;
  /** Why mapping[i] is −1; null where it is not. */
  readonly reasons: readonly (Reason | null)[];
  readonly forbidden: readonly Forbidden[];
  readonly matches: readonly Match[];
  /** the repeated sentences (repeated-sentences.ts) in the original */
  readonly sentences: readonly Span[];
}

/**
 * What shares one drawn translation within a block: a term, a spelling of it (as in the code that the paper's authors
 * released, where a name may get two translations in one block), or all terms of an entity (entities.ts).
 */
export const translationDraws = ['term', 'spelling', 'entity'] as const;
type TranslationDraw = (typeof translationDraws)[number];

/**
 * From which prediction on an emitted translation is forbidden as a label: the one after its first token, or the
 * following one, as in the code that the paper's authors released.
 */
export const forbidStarts = ['emitted', 'following'] as const;
type ForbidStart = (typeof forbidStarts)[number];

export interface TranslateSettings {
  readonly seed: number;
  /** Index of the block; part of the seed. */
  readonly block: number;
  /** Most tokens of a translated block. */
  readonly context: number;
  /** Default: term */
  readonly translationDraw?: TranslationDraw;
  /** Whether the position before a repeated term has no label. Default: true */
  readonly maskRepeats?: boolean;
  /** Whether translations are forbidden as labels once they have appeared. Default: true */
  readonly forbid?: boolean;
  /** Default: emitted */
  readonly forbidFrom?: ForbidStart;
  /** Repeated sentences in the block. Default: none */
  readonly sentences?: readonly Span[];
}

/** Translates one block. */
export function translate(original: Int32Array, matcher: Matcher, settings: TranslateSettings): Aligned {
  const { maskRepeats = true, forbid = true, forbidFrom = 'emitted', sentences = [] } = settings;
  const matches = matcher.find(original);
  const starts = new Map(matches.map((match) => [match.start, match]));
  const translated: number[] = [];
  const mapping: number[] = [];
  const reasons: (Reason | null)[] = [];
  const forbidden: Forbidden[] = [];
  const seen = new Set<DictionaryEntry>();
  const draw = sampler(settings);

  for (let i = 0; i < original.length;) {
    const match = starts.get(i);
    if (!match) {
      mapping.push(translated.length);
      reasons.push(null);
      translated.push(original[i] ?? 0);
      i += 1;
      continue;
    }
    const entries = entriesOf(match);
    if (maskRepeats && entries.some((entry) => seen.has(entry)) && i > 0) {
      mapping[i - 1] = -1;
      reasons[i - 1] = 'repeat';
    }
    for (const entry of entries) seen.add(entry);
    const { ids, firstTokens } = replacementOf(match, matcher, (entry) => draw(entry, match.spelling));
    const from = translated.length + (forbidFrom === 'emitted' ? 0 : 1);
    if (forbid) for (const id of firstTokens) forbidden.push({ id, from });
    append(translated, ids);
    for (let k = 0; k < match.length; k++) {
      const isLast = k === match.length - 1; // its prediction is the one after the translation
      mapping.push(isLast ? translated.length - 1 : -1);
      reasons.push(isLast ? null : 'anchor');
    }
    i += match.length;
  }
  closeBlock(mapping, reasons, settings.context);
  const kept = translated.slice(0, settings.context);
  return {
    original,
    translated: Int32Array.from(kept),
    mapping: Int32Array.from(mapping),
    reasons,
    forbidden: forbidden.filter(({ from }) => from < kept.length),
    matches,
    sentences,
  };
}

/** Draws the translation for a term (spelling, entity) once per block, depending only on these and the seed. */
function sampler({
  seed,
  block,
  translationDraw = 'term',
}: TranslateSettings): (entry: DictionaryEntry, spelling: Match['spelling']) => string {
  const drawn = new Map<string, string>();
  return ({ term, translations, entity = term }, used) => {
    if (translations.length === 1) return translations[0];
    const spelling = typeof used === 'string' ? used : 'other';
    const key = `${term}\n${spelling}`;
    const what = { term: [term], spelling: [term, spelling], entity: [entity] }[translationDraw];
    const found =
      drawn.get(key) ??
      translations[hashDraw(translations.length, String(seed), String(block), ...what)] ??
      translations[0];
    drawn.set(key, found);
    return found;
  };
}

function closeBlock(mapping: number[], reasons: (Reason | null)[], context: number): void {
  mapping.forEach((j, i) => {
    if (j < context) return;
    mapping[i] = -1;
    reasons[i] = 'context';
  });
  const last = mapping.length - 1;
  if (last < 0) return;
  mapping[last] = -1;
  reasons[last] = 'end';
}
