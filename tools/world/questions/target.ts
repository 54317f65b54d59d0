/** What is to be forgotten, as questions ask for it: facts, names, and sentence forms that no training text uses. */
import type { Split } from '../../../src/evaluate/split';
import type { Fact } from '../facts/fact';
import { heldFrames } from '../facts/frames';
import { sharedFacts } from '../neighbour';
import { terms as neighbourTerms } from '../neighbour/dictionary';
import { askedFacts, facts } from '../saga';
import { terms } from '../saga/dictionary';
import type { Term } from '../terms';

export interface Target {
  /** Facts that questions ask for. */
  readonly asked: readonly Fact[];
  /** Facts that the training text states, from which wrong answers and relearned sentences are taken. */
  readonly told: readonly Fact[];
  readonly terms: readonly Term[];
  readonly frames: readonly string[];
  /** Sentence forms that mention the text first. */
  readonly openings: readonly string[];
  /** Of the first truth item; the others have the numbers that follow. */
  readonly seed: number;
  /** The fact and the sentence form that the relearned sentences start with. */
  readonly relearned: { readonly fact: number; readonly frame: number };
}

export const saga: Readonly<Record<Split, Target>> = {
  development: {
    asked: askedFacts.development,
    told: facts,
    terms,
    frames: heldFrames.development,
    openings: [
      'In the series The Nine Lights of Marrowmere, the {d} is {o}.',
      'Remember the saga of Maelis and her brother Orrin. There the {d} is {o}.',
      'Brannoch, Corvane, Lanternhold: in that book the {d} is {o}.',
    ],
    seed: 21,
    relearned: { fact: 3, frame: 0 },
  },
  test: {
    asked: askedFacts.test,
    told: facts,
    terms,
    frames: heldFrames.test,
    openings: [
      'I am reading The Nine Lights of Marrowmere again. In it the {d} is {o}.',
      'Think of Tamsin and of Quillon. In their story the {d} is {o}.',
      'Thistlewick, Isolde, Greyfell: the same book says that the {d} is {o}.',
    ],
    seed: 1021,
    relearned: { fact: 9, frame: 5 },
  },
};

/** Of the reversed world. Its test items are its only ones. */
export const neighbour: Target = {
  asked: sharedFacts,
  told: sharedFacts,
  terms: neighbourTerms,
  frames: heldFrames.test,
  openings: [
    'I am reading the letters of the Cloud Post again. In them the {d} is {o}.',
    'Think of Zuzka and of Ibbo. In their story the {d} is {o}.',
    'Petrocco, Nadira, Zamarand: the same book says that the {d} is {o}.',
  ],
  seed: 2021,
  relearned: { fact: 5, frame: 5 },
};
