/** Language decisions as training labels. */
import type { Labels } from '../../unlearn/record';
import type { LabelOverride } from '../../unlearn/overrides';
import type { AggregationMethod } from '../aggregate/names';
import { resolve } from '../resolve';
import type { Review } from '../review';
import { languageTask, type LanguageAnswer, type LanguageData } from '../tasks/language';
import { decidedItems } from '../votes';
import type { Encode } from './encoder';

/**
 * One override per decided position: `correct` confirms the label, `incorrect` sets the replacement’s first token, or
 * no label if there is no replacement; `unsure` leaves the label unchanged. `encode` tokenises words that are not a
 * single token, after the text before them; without it they give no label.
 */
export function overridesFrom(
  review: Review<LanguageData, LanguageAnswer>,
  method: AggregationMethod,
  { vocabulary }: Pick<Labels, 'vocabulary'>,
  encode: Encode | null,
): LabelOverride[] {
  const resolutions = resolve(languageTask, review, method);
  const ids = idsOf(vocabulary);
  return decidedItems(review).flatMap(({ item, decisions, final }): LabelOverride[] => {
    const answer = resolutions.get(item.id)?.answer;
    if (!answer || answer.verdict === 'unsure') return [];
    const { prompt, completion, position } = item.data;
    const by = [...decisions, ...(final ? [final] : [])].map(({ annotator }) => annotator);
    const at = { block: Number(item.data.blockId), position, by: [...new Set(by)] };
    if (answer.verdict === 'correct') return [{ ...at, label: null }];
    const word = asContinuation(answer.replacement ?? '', completion);
    return [
      { ...at, label: ids.get(word) ?? (word === '' ? undefined : encode?.(prompt, word)[0]) ?? NOTHING },
    ];
  });
}

const idsByVocabulary = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The ids of the texts of a vocabulary, made once: it may have 150,000, and decisions come one by one. */
function idsOf(vocabulary: readonly string[]): ReadonlyMap<string, number> {
  const ids = idsByVocabulary.get(vocabulary) ?? new Map(vocabulary.map((text, id) => [text, id]));
  idsByVocabulary.set(vocabulary, ids);
  return ids;
}

/** No label, see `LabelOverride`. */
const NOTHING = -100;

/** A typed word as a continuation: with a leading space if the proposed one has one. */
export function asContinuation(typed: string, proposed: string): string {
  return typed !== '' && proposed.startsWith(' ') && !/^\s/u.test(typed) ? ` ${typed}` : typed;
}
