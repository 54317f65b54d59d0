/** Edits of a passage’s spans. Each takes an answer and returns the next; what is suggested is never touched. */
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

/** Yes to a span as it was drafted. */
export function acceptSpan(answer: AnchorAnswer, at: TextRange): AnchorAnswer {
  return mapSpan(answer, at, (span) => (isConfirmed(span) ? span : { ...span, status: 'accepted' }));
}

/** No to a span; one that was added is taken away again. */
export function rejectSpan(answer: AnchorAnswer, at: TextRange): AnchorAnswer {
  const isAdded = answer.spans.some((span) => isAt(span, at) && span.status === 'added');
  if (isAdded) return { ...answer, spans: answer.spans.filter((span) => !isAt(span, at)) };
  return mapSpan(answer, at, (span) => ({ ...span, status: 'rejected' }));
}

/** Another kind or other translations. */
export function changeSpan(answer: AnchorAnswer, at: TextRange, meaning: Partial<Meaning>): AnchorAnswer {
  return mapSpan(answer, at, (span) => ({ ...span, ...meaning, status: touched(span) }));
}

/** The span moved to another place; it takes the place of what it overlaps there. */
export function moveSpan(answer: AnchorAnswer, at: TextRange, to: TextRange): AnchorAnswer {
  const span = answer.spans.find((one) => isAt(one, at));
  if (!span || isAt(span, to)) return answer;
  return place(
    { ...answer, spans: answer.spans.filter((one) => one !== span) },
    { ...span, start: to.start, end: to.end, status: touched(span) },
  );
}

/**
 * A span that the machine missed; it takes the place of what it overlaps. Where one was drafted, or overlaps it, that
 * draft is edited.
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
