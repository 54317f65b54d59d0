/** Labels at several α, all from one record. */
import { settingFields } from '../../../../methods/settings';
import { labelsAt, supervised, type Labels } from '../../../../unlearn/record';

/** How the labels at an α differ. */
export interface AlphaCount {
  readonly alpha: number;
  /** labels that are not the text's own next token */
  readonly changed: number;
  /** labels that equation 1 made differ from the baseline's own choice */
  readonly moved: number;
  /** positions with a label */
  readonly supervised: number;
}

export function countAt(alpha: number, { blocks }: Labels): AlphaCount {
  const sum = { alpha, changed: 0, moved: 0, supervised: 0 };
  for (const block of blocks) {
    const [labels, own] = [labelsAt(block, alpha), labelsAt(block, 0)];
    for (const i of supervised(block)) {
      sum.supervised += 1;
      sum.changed += Number(labels[i] !== block.ids[i + 1]);
      sum.moved += Number(labels[i] !== own[i]);
    }
  }
  return sum;
}

/** Reads "2.5; 5 10": the numbers in it that α can be, each once, in order. */
export function parseAlphas(written: string): number[] {
  const found = written.match(/\d+(?:\.\d+)?/gu) ?? [];
  return [...new Set(found.map(Number))]
    .filter((alpha) => alpha <= settingFields.alpha.max)
    .sort((a, b) => a - b);
}
