/** All attacks, by their names in a report. */
import type { AttackName } from '../report';
import type { Attack } from './attack';
import { bits } from './bits';
import { context, paraphrase } from './prompts';
import { relearning, relearningMerged } from './relearning';

export const attacks: Readonly<Record<AttackName, Attack>> = {
  context,
  paraphrase,
  bits8: bits(8),
  bits4: bits(4),
  relearning,
  relearningMerged,
};
