/** The verdict of a report: one or two sentences made from its main figures. */
import { entriesOf } from '../base/records';
import { RELEARNING_STEPS } from './attack-catalogue';
import { figureIn, type FigureName } from './figures';
import type { EvaluatedVariant, Report } from './report';

/** With `**` around what stands out. Questions are counted of a hundred; the other slots are shares or points. */
export const verdictTexts = {
  answersAndOther:
    'It answers **{{after}} of 100** questions about the text (before {{before}}) and **{{otherAfter}} of 100** about other things (before {{otherBefore}}).',
  answers: 'It answers **{{after}} of 100** questions about the text (before {{before}}).',
  other: 'It answers **{{otherAfter}} of 100** questions about other things (before {{otherBefore}}).',
  familiarity: 'Its completions give away **{{pointsAfter}} of 5** points (before {{pointsBefore}}).',
  sayingsAndRelearning:
    'It completes **{{sayingsAfter}}** of the text’s sayings (before {{sayingsBefore}}), and {{steps}} steps of reading again bring **{{relearned}}** of the answers back.',
  sayings: 'It completes **{{sayingsAfter}}** of the text’s sayings (before {{sayingsBefore}}).',
  relearning: '{{steps}} steps of reading again bring **{{relearned}}** of the answers back.',
} as const;
export type VerdictKey = keyof typeof verdictTexts;

/** The numbers of the sentences, and how they are said. */
const slots = {
  after: ['answers', 'unlearned', 'count'],
  before: ['answers', 'baseline', 'count'],
  otherAfter: ['neighbour', 'unlearned', 'count'],
  otherBefore: ['neighbour', 'baseline', 'count'],
  pointsAfter: ['familiarity', 'unlearned', 'points'],
  pointsBefore: ['familiarity', 'baseline', 'points'],
  sayingsAfter: ['sayings', 'unlearned', 'share'],
  sayingsBefore: ['sayings', 'baseline', 'share'],
  relearned: ['relearning', 'unlearned', 'share'],
} as const satisfies Readonly<Record<string, readonly [FigureName, EvaluatedVariant, Said]>>;
type Slot = keyof typeof slots;

/** `count`: of a hundred. */
export type Said = 'count' | 'points' | 'share';

/** One sentence of the verdict with its numbers in words. */
export interface VerdictSentence {
  readonly key: VerdictKey;
  readonly values: Readonly<Record<string, string>>;
}

/** The sentences that there are figures for. `say` puts a number into words; a count is between 0 and 100. */
export function verdictOf(report: Report, say: (value: number, as: Said) => string): VerdictSentence[] {
  const known = Object.fromEntries(
    entriesOf(slots).flatMap(([slot, [figure, variant, as]]) => {
      const value = figureIn(report, figure, variant);
      return value === null ? [] : [[slot, say(as === 'count' ? perHundred(value) : value, as)]];
    }),
  );
  const has = (...names: readonly Slot[]): boolean => names.every((name) => name in known);
  const values = { ...known, steps: String(RELEARNING_STEPS) };
  const answers = has('before', 'after');
  const other = has('otherBefore', 'otherAfter');
  const sayings = has('sayingsBefore', 'sayingsAfter');
  const relearning = has('relearned');
  const keys: (VerdictKey | null)[] = [
    answers ? (other ? 'answersAndOther' : 'answers') : null,
    !answers && has('pointsBefore', 'pointsAfter') ? 'familiarity' : null,
    !answers && other ? 'other' : null,
    sayings ? (relearning ? 'sayingsAndRelearning' : 'sayings') : relearning ? 'relearning' : null,
  ];
  return keys.flatMap((key) => (key ? [{ key, values }] : []));
}

/** Whole, but never 0 or 100 unless it is exactly that. */
function perHundred(share: number): number {
  const count = Math.round(100 * share);
  const isEnd = count === 0 || count === 100;
  return isEnd && share !== count / 100 ? Number((100 * share).toFixed(1)) : count;
}
