/** What an import could not use. Every such thing is listed with its reason; the rest is used. */

/** Why; the page says it in words. */
export const rejectionReasons = [
  'unreadable',
  'missing-text',
  'other-text',
  'unknown-item',
  'no-annotator',
  'cancelled',
  'not-submitted',
  'wrong-name',
  'wrong-type',
  'unknown-label',
  'offsets',
  'ambiguous-offsets',
  'overlap',
  'incomplete',
  'duplicate',
  'already-decided',
  'other-golden',
] as const;

type RejectionReason = (typeof rejectionReasons)[number];

export interface RejectedAnswer {
  /** Where in the file, such as "task 12, annotation 3" or "row 7". */
  readonly where: string;
  readonly reason: RejectionReason;
  /** The value that did not fit, shortened; empty if there is none to show. */
  readonly detail: string;
}

/** Notes what is rejected at one place of a file. Always null, to be returned in place of what was hoped for. */
export type Reject = (reason: RejectionReason, detail?: unknown) => null;

/** A list of rejections, and a writer for each place. */
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
