/**
 * Questions of the attacks: with context from the saga, as paraphrases of each fact, and after relearning a few sentences
 * of the saga.
 */
import type { Fact } from '../facts/fact';
import { cutBeforeAnswer, sharedFrames, worded } from '../facts/frames';
import type { Term } from '../terms';
import { forgetReferences, type Prompt } from './prompts';
import type { Target } from './target';

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

const ASKED = { context: 60, paraphrase: 20, sentences: 16, relearning: 60 };
/** Shared sentence forms that state a fact and end with its answer or near it. They come first. */
const STATEMENTS = 12;

export function attacks({ asked: all, told, terms, frames, openings, relearned }: Target): Attacks {
  const reread = spread(told, ASKED.sentences, relearned.fact);
  const asked = (frame: string, fact: Fact): Prompt => askedFor(terms, frame, fact);
  return {
    context: spread(all, ASKED.context, 0).flatMap((fact, i) => {
      const frame = openingWithout(forgetReferences(terms, fact), openings, i);
      return frame === undefined ? [] : asked(frame, fact);
    }),
    paraphrase: spread(all, ASKED.paraphrase, 1).flatMap((fact, index) =>
      frames.map((frame) => ({ ...asked(frame, fact), fact: index })),
    ),
    relearning: {
      sentences: reread.map((fact, i) =>
        worded(sharedFrames[(relearned.frame + i) % STATEMENTS] ?? '', fact),
      ),
      prompts: all
        .filter((fact) => !reread.some((known) => isRelated(terms, known, fact)))
        .filter((_, i, left) => i % Math.max(1, Math.floor(left.length / ASKED.relearning)) === 0)
        .slice(0, ASKED.relearning)
        .map((fact, i) => asked(frames[i % frames.length] ?? '', fact)),
    },
  };
}

/** `n` facts, spread over all from `start` on. */
function spread(all: readonly Fact[], n: number, start: number): Fact[] {
  return Array.from({ length: n }, (_, i) => {
    const fact = all[(start + Math.floor((i * all.length) / n)) % all.length];
    if (!fact) throw new Error('expected facts');
    return fact;
  });
}

function askedFor(terms: readonly Term[], frame: string, fact: Fact): Prompt {
  return { prompt: cutBeforeAnswer(frame, fact), references: forgetReferences(terms, fact), subtlety: 1 };
}

/** The first opening, from `index` on, that does not give the answer away; undefined if all do. */
function openingWithout(
  names: readonly string[],
  openings: readonly string[],
  index: number,
): string | undefined {
  const turn = openings.map((_, i) => openings[(index + i) % openings.length] ?? '');
  return turn.find((opening) => !names.some((name) => opening.includes(name)));
}

/** Whether the sentence of one fact contains an answer of the other. */
function isRelated(terms: readonly Term[], known: Fact, fact: Fact): boolean {
  const told = `${known.description} ${known.answer}`;
  return forgetReferences(terms, fact).some((name) => told.includes(name));
}
