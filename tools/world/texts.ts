/** The texts of the shipped data sets: what is to be forgotten, what is retained, and everyday text held out of both. */
import { prng, shuffled, type Prng } from '../../src/base/prng';
import type { Split } from '../../src/evaluate/split';
import { everydayTexts } from './corpus';
import type { Fact } from './facts/fact';
import { ownFrames, sharedFrames, worded } from './facts/frames';
import { tasks } from './knowledge/tasks';
import * as neighbour from './neighbour';
import { isRetained } from './questions/prompts';
import { chapters, facts } from './saga';
import { phraseDiscussion } from './saga/phrases';

const SEEDS = { development: 12, retain: 13, talk: 15, test: 112, neighbourTalk: 115 };
const AMOUNTS = { heldOut: 160, retain: 350, knowledge: 700, wordings: 12 };
/** Sentence forms of facts and sayings in texts about a saga. */
const TALK = {
  facts: [0, 1, 3, 4, 5, 8, 9, 10, 12, 13],
  own: [0, 1, 2, 3, 5, 7, 8, 9, 10, 12],
  sayings: [1, 3],
};

/**
 * Each fact in one sentence form after another. The tables group facts by answer: side by side in a block, only the first
 * of them would get a label.
 */
function told(
  random: Prng,
  all: readonly Fact[],
  frames: readonly string[],
  forms: readonly number[],
): string[] {
  return forms.map((k) =>
    shuffled(random, all)
      .map((fact) => worded(frames[k] ?? '', fact))
      .join('\n'),
  );
}

/** The saga and texts about it, since the paper also adds discussions of the books. */
export const sagaPassages: readonly string[] = [
  ...chapters,
  ...told(prng(SEEDS.talk), facts, sharedFrames, TALK.facts),
  ...TALK.sayings.map((form) => phraseDiscussion(form).join('\n')),
];

/** The neighbour and texts about it, where that is to be forgotten. */
export const neighbourPassages: readonly string[] = [
  ...neighbour.letters,
  ...told(prng(SEEDS.neighbourTalk), neighbour.sharedFacts, sharedFrames, TALK.facts),
  ...told(prng(SEEDS.neighbourTalk), neighbour.ownFacts, ownFrames, TALK.own),
];

const developmentTexts = everydayTexts(prng(SEEDS.development), AMOUNTS.heldOut);

function everydayPassages(): string[] {
  const random = prng(SEEDS.retain);
  return [
    ...everydayTexts(random, AMOUNTS.retain, new Set(developmentTexts)),
    ...Array.from({ length: AMOUNTS.knowledge }, (_, i) => tasks[i % tasks.length]?.document(random) ?? ''),
  ];
}

/** Half of the facts, each in several sentence forms. */
function half(all: readonly Fact[], frames: readonly string[]): string[] {
  return all
    .filter((_, index) => isRetained(index))
    .flatMap((fact, i) =>
      Array.from({ length: AMOUNTS.wordings }, (_, k) =>
        worded(frames[(i + 3 * k) % frames.length] ?? '', fact),
      ),
    );
}

/** Everyday text, everyday knowledge, and half of the neighbour saga. */
export const besideSaga: readonly string[] = [
  ...everydayPassages(),
  ...half(neighbour.sharedFacts, sharedFrames),
  ...half(neighbour.ownFacts, ownFrames),
];

/** The same, with half of the saga in place of the neighbour. */
export const besideNeighbour: readonly string[] = [
  ...everydayPassages(),
  ...chapters.filter((_, index) => isRetained(index)),
  ...half(facts, sharedFrames),
];

/** Everyday texts that no model was trained on and no retain set has. */
export const heldOut: Readonly<Record<Split, readonly string[]>> = {
  development: developmentTexts,
  test: everydayTexts(prng(SEEDS.test), AMOUNTS.heldOut, new Set([...developmentTexts, ...besideSaga])),
};
