/** Prompts that show what was forgotten, and what was not. */
import type { Dataset } from '../../../lab/dataset';
import type { KnownPrompt } from '../../run/ask/ask-view';

const ABOUT_THE_TEXT = 3;
const WORDS = 7;

/** Three prompts spread over the data set’s list, and the beginning of an everyday passage. */
export function suggestions({ prompts, heldOut }: Pick<Dataset, 'prompts' | 'heldOut'>): KnownPrompt[] {
  const step = Math.max(1, Math.floor(prompts.length / ABOUT_THE_TEXT));
  const about = prompts.filter((_, i) => i % step === 0).slice(0, ABOUT_THE_TEXT);
  const lines = (heldOut.passages[0] ?? '').split('\n').map((line) => line.trim());
  const line = lines.find((one) => one.split(' ').length > WORDS);
  return [
    ...about.map(({ prompt }) => ({ kind: 'forget', prompt }) as const),
    ...(line === undefined
      ? []
      : [{ kind: 'everyday', prompt: line.split(' ').slice(0, WORDS).join(' ') } as const]),
  ];
}

/** The prompt after the one that was asked, or the first. `prompts` has at least one. */
export function nextOf(prompts: readonly KnownPrompt[], asked: string): string {
  const at = prompts.findIndex(({ prompt }) => prompt === asked);
  return prompts[(at + 1) % prompts.length]?.prompt ?? asked;
}
