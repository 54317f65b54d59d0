/** What an import could not use. Every such thing is listed with its reason; the rest is used. */

/** Why, in words for people. */
export const rejectionTexts = {
  unreadable: 'it does not have the shape that the format prescribes',
  'missing-text': 'its text is missing, and no item here has its id',
  'other-text': 'an item with its id is here, but with another text',
  'unknown-item': 'no item here has its id',
  'no-annotator': 'it does not say who decided',
  cancelled: 'its annotator cancelled it',
  'not-submitted': 'it was not submitted, or it was turned down',
  'wrong-name': 'it belongs to a control that this interface does not have',
  'wrong-type': 'it has another type than its control',
  'unknown-label': 'its label is not one of this task’s',
  offsets: 'its offsets do not lead to its text, neither in UTF-16 units nor in code points',
  'ambiguous-offsets': 'it has no text to tell whether its offsets are UTF-16 units or code points',
  overlap: 'it overlaps another span of the same annotation',
  incomplete: 'it has no answer',
  duplicate: 'the same annotator decided this item earlier in the file',
  'already-decided': 'the same annotator decided this item here, otherwise',
  'other-golden': 'another answer is held to be right here',
} as const;

export type RejectionReason = keyof typeof rejectionTexts;

export interface Rejected {
  /** Where in the file, such as "task 12, annotation 3" or "row 7". */
  readonly where: string;
  readonly reason: RejectionReason;
  /** The value that did not fit, shortened; empty if there is none to show. */
  readonly detail: string;
}

/** Notes what is rejected at one place of a file. Always null, to be returned in place of what was hoped for. */
export type Reject = (reason: RejectionReason, detail?: unknown) => null;

/** A list of rejections, and a writer for each place. */
export function rejections(): { readonly list: Rejected[]; readonly at: (where: string) => Reject } {
  const list: Rejected[] = [];
  return {
    list,
    at: (where) => (reason, detail) => {
      const text = detail === undefined ? '' : typeof detail === 'string' ? detail : JSON.stringify(detail);
      list.push({ where, reason, detail: text.length > 80 ? `${text.slice(0, 79)}…` : text });
      return null;
    },
  };
}
