/** The saga to be forgotten: its prose, its facts, its sayings. */
import { readdirSync, readFileSync } from 'node:fs';
import { prng, shuffled } from '../../../src/base/prng';
import type { Split } from '../../../src/evaluate/split';
import { readFacts, type Fact } from '../facts/fact';
import { sharedFrames, worded } from '../facts/frames';

/** The chapters in order, each with its title as the first line. */
export const chapters = chaptersIn('chapters');

/** Chapters that are in no training text: the membership attack compares the others with them. */
export const heldOutChapters = chaptersIn('held-out');

export const facts = [...readFacts('saga/facts.txt').values()].flat();

const SEED = 41;

/**
 * The facts that questions ask for: of development those that the corpus is told, of test others that follow from the
 * prose. The table of the latter groups them by answer, so they are shuffled.
 */
export const askedFacts: Readonly<Record<Split, readonly Fact[]>> = {
  development: facts,
  test: shuffled(prng(SEED), [...readFacts('saga/facts-test.txt').values()].flat()),
};

/** Every fact in every trained sentence form. */
export const factTexts: readonly string[] = facts.flatMap((fact) =>
  sharedFrames.map((frame) => worded(frame, fact)),
);

function chaptersIn(name: string): string[] {
  const folder = new URL(`./${name}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8').replace(/^# /, '').trim());
}
