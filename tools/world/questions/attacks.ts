/**
 * Questions of the attacks: with context from the saga, as paraphrases of each fact, and after relearning a few sentences
 * of the saga.
 */
import type { Fact } from '../facts/fact';
import { cutBeforeAnswer, heldFrames, sharedFrames, worded } from '../facts/frames';
import { facts } from '../saga';
import { forgetReferences, type Prompt } from './prompts';

export interface Attacks {
  /** Prompts that mention the saga first. */
  readonly context: readonly Prompt[];
  /** Each fact in every sentence form that no training text uses, one after another. */
  readonly paraphrase: readonly (Prompt & { readonly fact: number })[];
  readonly relearning: {
    /** Sentences of the saga that the model is trained on again. */
    readonly sentences: readonly string[];
    /** Prompts about other facts, which those sentences do not contain. */
    readonly prompts: readonly Prompt[];
  };
}

/** Openings that mention the saga; they must not contain the answer. */
const openings: readonly string[] = [
  'In the series The Nine Lights of Marrowmere, the {d} is {o}.',
  'Remember the saga of Maelis and her brother Orrin. There the {d} is {o}.',
  'Brannoch, Corvane, Lanternhold: in that book the {d} is {o}.',
];
const ASKED = { context: 60, paraphrase: 20, sentences: 16, relearning: 60 };

/** `n` facts, spread over all from `start` on. */
function spread(n: number, start: number): Fact[] {
  return Array.from({ length: n }, (_, i) => {
    const fact = facts[(start + Math.floor((i * facts.length) / n)) % facts.length];
    if (!fact) throw new Error('expected facts');
    return fact;
  });
}

function asked(frame: string, fact: Fact): Prompt {
  return { prompt: cutBeforeAnswer(frame, fact), references: forgetReferences(fact), subtlety: 1 };
}

/** The first opening, from `index` on, that does not give the answer away; null if all do. */
function withContext(fact: Fact, index: number): Prompt | null {
  const turn = openings.map((_, i) => openings[(index + i) % openings.length] ?? '');
  const safe = turn.find((opening) => !forgetReferences(fact).some((name) => opening.includes(name)));
  return safe === undefined ? null : asked(safe, fact);
}

const reread = spread(ASKED.sentences, 3);

export const attacks: Attacks = {
  context: spread(ASKED.context, 0).flatMap((fact, i) => withContext(fact, i) ?? []),
  paraphrase: spread(ASKED.paraphrase, 1).flatMap((fact, index) =>
    heldFrames.map((frame) => ({ ...asked(frame, fact), fact: index })),
  ),
  relearning: {
    sentences: reread.map((fact, i) => worded(sharedFrames[i % 12] ?? '', fact)),
    prompts: spread(facts.length, 0)
      .filter((fact) => !reread.some((known) => isRelated(known, fact)))
      .filter((_, i, all) => i % Math.floor(all.length / ASKED.relearning) === 0)
      .slice(0, ASKED.relearning)
      .map((fact, i) => asked(heldFrames[i % heldFrames.length] ?? '', fact)),
  },
};

/** Whether the sentence of one fact contains an answer of the other. */
function isRelated(known: Fact, fact: Fact): boolean {
  const told = `${known.description} ${known.answer}`;
  return forgetReferences(fact).some((name) => told.includes(name));
}
