/** Questions scored by likelihood: familiar against generic next words, and right against wrong answers. */
import { prng, shuffled } from '../../../src/base/prng';
import type { Fact } from '../facts/fact';
import { cutBeforeAnswer } from '../facts/frames';
import type { Term } from '../terms';
import { bare } from './prompts';
import type { Target } from './target';

/** A prompt with next words that only a reader of the text would expect, and words that anyone would. */
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

export function probabilityPrompts({ asked, terms, frames }: Target): ProbabilityPrompt[] {
  return everyNth(asked, PROBABILITY_PROMPTS).map((fact, i) => ({
    prompt: cutBeforeAnswer(frames[(i + 2) % frames.length] ?? '', fact),
    familiar: [fact.answer],
    generic: termOf(terms, fact)?.translations ?? [],
  }));
}

export function truthItems({ asked, told, terms, frames, seed }: Target): TruthItem[] {
  const kindOf = (fact: Fact): string => termOf(terms, fact)?.kind ?? '';
  return asked.map((fact, i) => {
    const others = new Set(
      told.filter((other) => kindOf(other) === kindOf(fact)).map(({ answer }) => answer),
    );
    // A wrong answer must not be another form of the right name.
    const wrong = [...others].filter(
      (answer) => !answer.includes(bare(fact.answer)) && !fact.answer.includes(bare(answer)),
    );
    return {
      prompt: cutBeforeAnswer(frames[(i + 3) % frames.length] ?? '', fact),
      right: fact.answer,
      wrong: shuffled(prng(seed + i), wrong).slice(0, WRONG),
    };
  });
}

function termOf(terms: readonly Term[], { answer }: Fact): Term | undefined {
  return terms.find(({ term }) => term === bare(answer));
}

function everyNth<T>(items: readonly T[], n: number): T[] {
  return items.filter(
    (_, i) => Math.floor((i * n) / items.length) !== Math.floor(((i - 1) * n) / items.length),
  );
}
