/** What an import could not use: each is listed with its reason; the rest is used. */

/** The reason, which the page translates. */
export const rejectionReasons = [
  'unreadable',
  'broken-row',
  'missing-text',
  'other-text',
  'ambiguous-text',
  'unknown-item',
  'no-annotator',
  'not-submitted',
  'wrong-name',
  'wrong-type',
  'unknown-label',
  'no-texts',
  'offsets',
  'ambiguous-offsets',
  'html-offsets',
  'overlap',
  'incomplete',
  'several',
  'duplicate',
  'superseded',
  'already-decided',
  'other-golden',
] as const;

type RejectionReason = (typeof rejectionReasons)[number];

export interface RejectedAnswer {
  /** Where in the file, such as "task 12, annotation 3" or "line 7". */
  readonly where: string;
  readonly reason: RejectionReason;
  /** The rejected value, shortened; empty if there is none to show. */
  readonly detail: string;
}

/** An item or an annotation without an answer: its annotator has not begun, or has withdrawn it. */
export interface SkippedAnswer {
  readonly where: string;
  readonly why: 'untouched' | 'cancelled';
}

/** Lists a rejection at one place of a file. Returns null, for the caller to return in turn. */
export type Reject = (reason: RejectionReason, detail?: unknown) => null;

/** A list of rejections, and the function that adds to it for each place. */
export function rejections(): { readonly list: RejectedAnswer[]; readonly at: (where: string) => Reject } {
  const list: RejectedAnswer[] = [];
  return {
    list,
    at: (where) => (reason, detail) => {
      const text = detail === undefined ? '' : typeof detail === 'string' ? detail : JSON.stringify(detail);
      list.push({ where, reason, detail: text.length > 80 ? `${text.slice(0, 79)}…` : text });
      return null;
    },
  };
}
