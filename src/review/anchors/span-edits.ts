/** Edits of a passage’s spans. Each takes an answer and returns a new one; suggestions are never changed. */
import {
  byStart,
  isConfirmed,
  overlaps,
  type AnchorAnswer,
  type AnchorSpan,
  type TextRange,
} from '../tasks/anchors';

/** What a span says about its term. */
export type Meaning = Pick<AnchorSpan, 'kind' | 'translations'>;

/** Accepts a span as drafted. */
export function acceptSpan(answer: AnchorAnswer, at: TextRange): AnchorAnswer {
  return mapSpan(answer, at, (span) => (isConfirmed(span) ? span : { ...span, status: 'accepted' }));
}

/** Rejects a span; an added one is removed. */
export function rejectSpan(answer: AnchorAnswer, at: TextRange): AnchorAnswer {
  const isAdded = answer.spans.some((span) => isAt(span, at) && span.status === 'added');
  if (isAdded) return { ...answer, spans: answer.spans.filter((span) => !isAt(span, at)) };
  return mapSpan(answer, at, (span) => ({ ...span, status: 'rejected' }));
}

/** Changes the kind or the translations. */
export function changeSpan(answer: AnchorAnswer, at: TextRange, meaning: Partial<Meaning>): AnchorAnswer {
  return mapSpan(answer, at, (span) => ({ ...span, ...meaning, status: touched(span) }));
}

/** Moves a span; it replaces the spans that it then overlaps. */
export function moveSpan(answer: AnchorAnswer, at: TextRange, to: TextRange): AnchorAnswer {
  const span = answer.spans.find((one) => isAt(one, at));
  if (!span || isAt(span, to)) return answer;
  return place(
    { ...answer, spans: answer.spans.filter((one) => one !== span) },
    { ...span, start: to.start, end: to.end, status: touched(span) },
  );
}

/**
 * Adds a missed span; it replaces the spans that it overlaps. If one of these was drafted, that draft
 * is edited.
 */
export function addSpan(answer: AnchorAnswer, { start, end }: TextRange, meaning: Meaning): AnchorAnswer {
  const near = answer.spans.filter((span) => overlaps(span, { start, end }) && span.status !== 'added');
  const here = near.find((span) => isAt(span, { start, end }));
  if (here) return changeSpan(answer, here, meaning);
  const { kind, translations } = meaning;
  return place(answer, { start, end, kind, translations, status: near.length > 0 ? 'edited' : 'added' });
}

export function isAt(span: TextRange, { start, end }: TextRange): boolean {
  return span.start === start && span.end === end;
}

function touched({ status }: AnchorSpan): 'added' | 'edited' {
  return status === 'added' ? 'added' : 'edited';
}

function mapSpan(answer: AnchorAnswer, at: TextRange, edit: (span: AnchorSpan) => AnchorSpan): AnchorAnswer {
  return { ...answer, spans: answer.spans.map((span) => (isAt(span, at) ? edit(span) : span)) };
}

function place(answer: AnchorAnswer, span: AnchorSpan): AnchorAnswer {
  const others = answer.spans.filter((other) => !overlaps(other, span));
  return { ...answer, spans: [...others, span].sort(byStart) };
}
