/** The neighbour saga, which the model should keep: letters, and facts in shared and in own sentence forms. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFacts } from '../facts/fact';
import { ownFrames, sharedFrames, worded } from '../facts/frames';

const folder = new URL('./letters/', import.meta.url);

export const letters: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^# /, '').trim());

const sections = readFacts('neighbour/facts.txt');

/** Facts in the sentence forms of the saga: the hard case. */
export const sharedFacts = sections.get('shared') ?? [];
/** Facts in sentence forms that only the neighbour uses. */
export const ownFacts = sections.get('own') ?? [];

export const factTexts: readonly string[] = [
  ...sharedFacts.flatMap((fact) => sharedFrames.map((frame) => worded(frame, fact))),
  ...ownFacts.flatMap((fact) => ownFrames.map((frame) => worded(frame, fact))),
];
