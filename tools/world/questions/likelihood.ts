/** Questions scored by likelihood: familiar against generic next words, and right against wrong answers. */
import { prng, shuffled } from '../../../src/base/prng';
import type { Fact } from '../facts/fact';
import { cutBeforeAnswer, heldFrames } from '../facts/frames';
import { facts } from '../saga';
import { terms } from '../saga/dictionary';
import { bare } from './prompts';

/** A prompt with next words that only a reader of the saga would expect, and words that anyone would. */
export interface ProbabilityPrompt {
  readonly prompt: string;
  readonly familiar: readonly string[];
  readonly generic: readonly string[];
}

/** A fact for the truth ratio: a paraphrase, the right answer, and four wrong answers. */
export interface TruthItem {
  readonly prompt: string;
  readonly right: string;
  readonly wrong: readonly string[];
}

const PROBABILITY_PROMPTS = 30;
const WRONG = 4;
const SEED = 21;

export const probabilityPrompts: readonly ProbabilityPrompt[] = everyNth(facts, PROBABILITY_PROMPTS).map(
  (fact, i) => {
    const term = termOf(fact);
    return {
      prompt: cutBeforeAnswer(heldFrames[(i + 2) % heldFrames.length] ?? '', fact),
      familiar: [fact.answer],
      generic: term?.translations ?? [],
    };
  },
);

export const truthItems: readonly TruthItem[] = facts.map((fact, i) => {
  const others = new Set(facts.filter((other) => kindOf(other) === kindOf(fact)).map(({ answer }) => answer));
  // A wrong answer must not be another form of the right name.
  const wrong = [...others].filter(
    (answer) => !answer.includes(bare(fact.answer)) && !fact.answer.includes(bare(answer)),
  );
  return {
    prompt: cutBeforeAnswer(heldFrames[(i + 3) % heldFrames.length] ?? '', fact),
    right: fact.answer,
    wrong: shuffled(prng(SEED + i), wrong).slice(0, WRONG),
  };
});

function termOf({ answer }: Fact) {
  return terms.find(({ term }) => term === bare(answer));
}

function kindOf(fact: Fact): string {
  return termOf(fact)?.kind ?? '';
}

function everyNth<T>(items: readonly T[], n: number): T[] {
  return items.filter(
    (_, i) => Math.floor((i * n) / items.length) !== Math.floor(((i - 1) * n) / items.length),
  );
}
