/** Positions of a label record as questions: is this a good continuation of the translated text? */
import { candidates, type Candidate, type Labels } from '../../unlearn/record';
import { readTogether } from '../../text/token-labels';
import type { LanguageItem } from '../tasks/language';
import type { Doubt } from './doubts';

export interface LanguageSettings {
  /** Tokens of translated context that are shown. Default: 60 */
  readonly context?: number;
  /** Continuations to choose from. Default: 5 */
  readonly options?: number;
}

/** The id of a position’s item, identical in every export. */
function positionId({ block, position }: Pick<Doubt, 'block' | 'position'>): string {
  return `${block}:${position}`;
}

/**
 * One item per position. The suggestion is the label, which would be trained on there; its certainty is the
 * probability of the baseline’s top token.
 */
export function languageItems(
  { blocks, vocabulary }: Pick<Labels, 'blocks' | 'vocabulary'>,
  doubts: readonly Doubt[],
  { context = 60, options = 5 }: LanguageSettings = {},
): LanguageItem[] {
  const text = (id: number): string => vocabulary[id] ?? '';
  return doubts.flatMap((doubt): LanguageItem[] => {
    const record = blocks[doubt.block];
    const from = record?.mapping[doubt.position];
    const label = record?.labels[doubt.position];
    if (!record || from === undefined || label === undefined) return [];
    const strongest = candidates(record.baseline, doubt.row);
    // A label that is not among the recorded candidates has almost no probability.
    const proposed = strongest.find(({ id }) => id === label) ?? { id: label, probability: 0 };
    const others = strongest.filter(({ id }) => id !== label).slice(0, options - 1);
    const shown = ({ id, probability }: Pick<Candidate, 'id' | 'probability'>) => ({
      text: text(id),
      probability,
    });
    return [
      {
        id: positionId(doubt),
        data: {
          prompt: readTogether(
            Array.from(record.translated.slice(Math.max(0, from + 1 - context), from + 1), text),
          ).join(''),
          completion: text(label),
          tokenProbability: proposed.probability,
          blockId: String(doubt.block),
          position: doubt.position,
          options: [proposed, ...others].map(shown),
        },
        suggestion: {
          answer: { verdict: 'correct', replacement: null },
          certainty: doubt.probability,
          by: 'equation 1',
        },
        golden: null,
      },
    ];
  });
}
