/** The dictionary that follows from reviewers’ decisions, with who made each entry and how. */
import { groupBy } from '../../base/group';
import { isSame } from '../../base/same';
import { termNames } from '../../text/term-names';
import type { AggregationMethod } from '../aggregate/names';
import { resolve } from '../resolve';
import type { Review } from '../review';
import { mostFrequent } from '../task';
import {
  anchorsTask,
  isConfirmed,
  type AnchorAnswer,
  type AnchorData,
  type AnchorSpan,
  type Provenance,
} from '../tasks/anchors';
import type { Draft, KindedEntry } from './items';

export interface ReviewedEntry extends KindedEntry {
  readonly provenance: Provenance;
  /** Its drafter if it is only drafted; otherwise the annotators who kept it. */
  readonly by: readonly string[];
}

export interface ReviewedDictionary {
  /** The draft’s entries in their order, then the added ones. */
  readonly entries: readonly ReviewedEntry[];
  /** Repeated sentences that were not rejected, and added ones; null without any. */
  readonly sentences: readonly string[] | null;
  /** Terms and sentences of the draft that annotators rejected. */
  readonly dropped: readonly string[];
  /** Terms added without a translation yet; they cannot be entries. */
  readonly untranslated: readonly string[];
}

/**
 * A term is decided once for the whole text: it is kept if at least as many occurrences were kept as rejected. Its
 * meaning is the most frequent edit, or that of accepted occurrences if there is no edit. Undecided terms stay drafted.
 */
export function dictionaryFrom(
  draft: Pick<Draft, 'entries' | 'sentences' | 'by'>,
  review: Review<AnchorData, AnchorAnswer>,
  method: AggregationMethod,
): ReviewedDictionary {
  const repeated = new Set(draft.sentences);
  const nameOf = termNames([...draft.entries.map(({ term }) => term), ...repeated]);
  const found = groupBy(resolvedSpans(review, method), ({ written }) => nameOf(written));
  const keepers = keepersByTerm(review, nameOf);
  const drafted = new Map(draft.entries.map((entry) => [entry.term, entry]));
  const entries: ReviewedEntry[] = [];
  const sentences: string[] = [];
  const dropped: string[] = [];
  const untranslated: string[] = [];
  for (const term of new Set([...drafted.keys(), ...repeated, ...found.keys()])) {
    const before = drafted.get(term);
    const spans = (found.get(term) ?? [])
      .map(({ span }) => span)
      .filter(({ status }) => status !== 'drafted');
    const kept = spans.filter(isConfirmed);
    if (spans.length === 0) {
      if (before) entries.push({ ...before, provenance: 'drafted', by: [draft.by] });
      else if (repeated.has(term)) sentences.push(term);
    } else if (kept.length * 2 < spans.length) {
      if (before || repeated.has(term)) dropped.push(term);
    } else if (meaningOf(kept).kind === 'sentence') {
      sentences.push(term);
    } else {
      const { kind, translations } = meaningOf(kept);
      const [first, ...rest] = translations;
      const provenance = provenanceOf(before, { kind, translations }, kept);
      if (first === undefined) untranslated.push(term);
      else
        entries.push({
          term,
          kind,
          translations: [first, ...rest],
          provenance,
          by: [...(keepers.get(term) ?? [])],
        });
    }
  }
  const isAny = repeated.size > 0 || sentences.length > 0;
  return { entries, sentences: isAny ? sentences : null, dropped, untranslated };
}

type Meaning = Pick<AnchorSpan, 'kind' | 'translations'>;

function meaningOf(kept: readonly AnchorSpan[]): Meaning {
  const edited = kept.filter(({ status }) => status !== 'accepted');
  const meanings = (edited.length > 0 ? edited : kept).map(({ kind, translations }): Meaning => ({
    kind,
    translations,
  }));
  return mostFrequent(meanings) ?? { kind: 'other', translations: [] };
}

function provenanceOf(
  before: KindedEntry | undefined,
  meaning: Meaning,
  kept: readonly AnchorSpan[],
): Provenance {
  if (!before) return kept.some(({ status }) => status === 'edited') ? 'edited' : 'added';
  const isAsDrafted = before.kind === meaning.kind && isSame(before.translations, meaning.translations);
  return isAsDrafted ? 'accepted' : 'edited';
}

function resolvedSpans(
  review: Review<AnchorData, AnchorAnswer>,
  method: AggregationMethod,
): { written: string; span: AnchorSpan }[] {
  const resolutions = resolve(anchorsTask, review, method);
  return review.items.flatMap(({ id, data }) =>
    (resolutions.get(id)?.answer.spans ?? []).map((span) => ({
      written: data.text.slice(span.start, span.end),
      span,
    })),
  );
}

/** Per term, every annotator who kept it somewhere. */
function keepersByTerm(
  { items, decisions }: Review<AnchorData, AnchorAnswer>,
  nameOf: (written: string) => string,
): Map<string, Set<string>> {
  const texts = new Map(items.map(({ id, data }) => [id, data.text]));
  const keepers = new Map<string, Set<string>>();
  for (const { item, annotator, answer } of decisions) {
    for (const span of answer.spans.filter(isConfirmed)) {
      const term = nameOf(texts.get(item)?.slice(span.start, span.end) ?? '');
      keepers.set(term, (keepers.get(term) ?? new Set()).add(annotator));
    }
  }
  return keepers;
}
