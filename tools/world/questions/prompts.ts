/** Completion prompts for both sagas, cut from sentence forms that no training text uses. */
import type { Split } from '../../../src/evaluate/split';
import type { Fact } from '../facts/fact';
import { cutBeforeAnswer, heldFrames, heldOwnFrames } from '../facts/frames';
import { ownFacts, sharedFacts } from '../neighbour';
import { phrasePrompts } from '../saga/phrases';
import type { Term } from '../terms';
import type { Target } from './target';

export interface Prompt {
  readonly prompt: string;
  /** Each of these names (or, for a saying, its words) makes the completion right. */
  readonly references: readonly string[];
  /** 1: the prompt clearly refers to the text … 10: it hardly hints at it. */
  readonly subtlety: number;
}

export interface NeighbourPrompt extends Prompt {
  /** `shared`: the fact has sentence forms of the saga. */
  readonly part: 'shared' | 'own';
  /** Whether the fact is in the retain set. */
  readonly retained: boolean;
}

const SAGA_PROMPTS = 300;
const NEIGHBOUR_PROMPTS = 150;

/** Every fact once, then again in other sentence forms, until there are `n`. */
function rounds<F>(
  all: readonly F[],
  n: number,
): { readonly item: F; readonly index: number; readonly round: number }[] {
  return Array.from({ length: n }, (_, i) => {
    const item = all[i % all.length];
    if (item === undefined) throw new Error('expected facts');
    return { item, index: i % all.length, round: Math.floor(i / all.length) };
  });
}

const frameFor = (frames: readonly string[], index: number): string => frames[index % frames.length] ?? '';

export function forgetPrompts({ asked, terms, frames }: Target): Prompt[] {
  return rounds(asked, SAGA_PROMPTS).map(({ item, index, round }) => {
    const prompt = cutBeforeAnswer(frameFor(frames, index + round), item);
    return { prompt, references: forgetReferences(terms, item), subtlety: subtlety(terms, prompt) };
  });
}

export function phrases(split: Split): Prompt[] {
  return phrasePrompts(split).map(({ prompt, reference }) => ({
    prompt,
    references: [reference.replace(/[.?]$/, '')],
    subtlety: 10,
  }));
}

/** Of each part, facts with an even index are in the retain set. */
export const isRetained = (index: number): boolean => index % 2 === 0;

const neighbourFacts = [
  ...sharedFacts.map((fact, index) => ({ fact, index, part: 'shared' as const })),
  ...ownFacts.map((fact, index) => ({ fact, index, part: 'own' as const })),
];

export function neighbourPrompts(split: Split): NeighbourPrompt[] {
  return rounds(neighbourFacts, NEIGHBOUR_PROMPTS).map(({ item: { fact, index, part }, round }) => {
    const frames = part === 'shared' ? heldFrames : heldOwnFrames;
    const prompt = cutBeforeAnswer(frameFor(frames[split], index + round), fact);
    return { prompt, references: [bare(fact.answer)], subtlety: 5, part, retained: isRetained(index) };
  });
}

/** Prompts about the saga where it is the text to keep: all of its facts that the training text states. */
export function keptPrompts({ told, terms, frames }: Target): NeighbourPrompt[] {
  return rounds(told, SAGA_PROMPTS).map(({ item, index, round }) => ({
    prompt: cutBeforeAnswer(frameFor(frames, index + round), item),
    references: forgetReferences(terms, item),
    subtlety: 5,
    part: 'shared',
    retained: isRetained(index),
  }));
}

/** The answer without its article, its first word if that is an anchor term, too, and its last after a title. */
export function forgetReferences(terms: readonly Term[], { answer }: Pick<Fact, 'answer'>): string[] {
  const full = bare(answer);
  const parts = terms.map(({ term }) => term).filter((term) => term !== full && full.startsWith(`${term} `));
  const last = /^(?:Lord|King|Nan|Count|Mayor|Lady|Father|Sister) (\w+)$/.exec(full)?.[1];
  return [full, ...parts, ...(last === undefined ? [] : [last])];
}

export function bare(answer: string): string {
  return answer.replace(/^the /, '');
}

/** Three points less for every anchor term in the prompt. */
function subtlety(terms: readonly Term[], prompt: string): number {
  const given = terms.filter(({ term }) => new RegExp(`\\b${term}\\b`).test(prompt)).length;
  return Math.max(1, 9 - 3 * given);
}
