import type { Aligned } from '../text/translate';
import { sample } from './eval-context';

/** How many blocks represent the forget set where all of it would take too long. */
const BLOCKS = 96;

/** The blocks of the forget set that are read, spread evenly over all of it. */
export function forgetBlocksOf(forgetSet: readonly Aligned[]): Aligned[] {
  return sample(forgetSet, BLOCKS);
}
