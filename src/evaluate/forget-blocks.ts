import type { Aligned } from '../text/translate';
import { sample } from './eval-context';

/** At most so many blocks represent the forget set where all of it would take too long. */
export const FORGET_BLOCKS = 96;

/** The blocks of the forget set that are read, spread evenly over all of it. */
export function forgetBlocksOf(forgetSet: readonly Aligned[]): Aligned[] {
  return sample(forgetSet, FORGET_BLOCKS);
}
