/** One decision about a term, applied to all its occurrences in all passages. */
import { decisionOf, type Decision, type Review } from '../review';
import { overlaps, type AnchorAnswer, type AnchorData, type TextRange } from '../tasks/anchors';
import { acceptSpan, addSpan, isAt, rejectSpan, type Meaning } from './span-edits';
import { occurrencesOf } from './words';

export type TermEdit =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject' }
  /** An anchor term with this kind and these translations; marked also where it was missed. */
  | { readonly kind: 'mark'; readonly meaning: Meaning };

/**
 * The annotator’s resulting decisions, for one step of `decide`, without passages where nothing changes. Passages that
 * the annotator had not decided stay incomplete: the rest of them still has to be reviewed.
 */
export function applyEverywhere(
  review: Review<AnchorData, AnchorAnswer>,
  term: string,
  edit: TermEdit,
  { annotator, at }: Pick<Decision<AnchorAnswer>, 'annotator' | 'at'>,
): Decision<AnchorAnswer>[] {
  return review.items.flatMap(({ id, data, suggestion }): Decision<AnchorAnswer>[] => {
    const places = occurrencesOf(data.text, term);
    if (places.length === 0) return [];
    const earlier = decisionOf(review, id, annotator);
    const before = earlier?.answer ?? suggestion?.answer ?? { spans: [], isComplete: false };
    const answer = places.reduce((now, range) => editAt(now, range, edit), before);
    if (answer === before) return [];
    const fresh = {
      item: id,
      annotator,
      role: 'annotator',
      reason: null,
      comment: '',
      leadTime: null,
    } as const;
    return [{ ...(earlier ?? fresh), answer, at }];
  });
}

function editAt(answer: AnchorAnswer, range: TextRange, edit: TermEdit): AnchorAnswer {
  const isMarked = answer.spans.some((span) => isAt(span, range));
  if (edit.kind === 'mark') {
    return isInsideLonger(answer, range) ? answer : addSpan(answer, range, edit.meaning);
  }
  if (!isMarked) return answer;
  return edit.kind === 'accept' ? acceptSpan(answer, range) : rejectSpan(answer, range);
}

/** A name inside a longer one (“Quill” in “Maelis Quill”) belongs to the longer one. */
function isInsideLonger({ spans }: AnchorAnswer, range: TextRange): boolean {
  return spans.some(
    (span) =>
      span.status !== 'rejected' && overlaps(span, range) && span.end - span.start > range.end - range.start,
  );
}
