/** Prompts that show what was forgotten, and one that shows what was not. */
import type { Dataset } from '../../../lab/dataset';

const ABOUT_THE_TEXT = 3;
const WORDS = 7;

/** Three prompts spread over the data set's list, and the beginning of an everyday passage. */
export function suggestions({ prompts, heldOut }: Pick<Dataset, 'prompts' | 'heldOut'>): string[] {
  const step = Math.max(1, Math.floor(prompts.length / ABOUT_THE_TEXT));
  const about = prompts.filter((_, i) => i % step === 0).slice(0, ABOUT_THE_TEXT);
  const lines = (heldOut.passages[0] ?? '').split('\n').map((line) => line.trim());
  const line = lines.find((one) => one.split(' ').length > WORDS) ?? '';
  const ordinary = line.split(' ').slice(0, WORDS).join(' ');
  return [...about.map(({ prompt }) => prompt), ...(ordinary === '' ? [] : [ordinary])];
}
