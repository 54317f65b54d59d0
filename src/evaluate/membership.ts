/**
 * The texts of the membership attack. It compares text that was to be forgotten with text *of the same kind* that no
 * model was trained on: compared with everyday text, it would measure the difference in kind, too.
 */
import type { Tokenizer } from '../files/tokenizer';
import { cutBlocks, tokenStream, type Passage } from '../text/blocks';
import type { Questions } from './questions';

export interface MembershipTexts {
  /** how many of the first blocks of the forget set are of the kind of `heldOut` */
  readonly members: number;
  readonly heldOut: readonly Int32Array[];
}

/** Only whole blocks of `length` tokens count. Null without a hold-out, or if one side has no whole block. */
export function membershipTexts(
  holdOut: Questions['holdOut'],
  forgetSet: readonly Passage[],
  tokenizer: Tokenizer,
  length: number,
): MembershipTexts | null {
  if (!holdOut) return null;
  const blocksOf = (passages: readonly Passage[]): Int32Array[] =>
    cutBlocks(tokenStream(passages, tokenizer), length, 'drop');
  const members = blocksOf(forgetSet.slice(0, holdOut.like)).length;
  const heldOut = blocksOf(holdOut.passages);
  return members > 0 && heldOut.length > 0 ? { members, heldOut } : null;
}
