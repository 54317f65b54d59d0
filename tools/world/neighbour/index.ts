/** The neighbour saga, which is to be kept: letters, and facts told in shared and in its own forms. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFacts } from '../facts/fact';
import { ownFrames, sharedFrames, worded } from '../facts/frames';

const folder = new URL('./letters/', import.meta.url);

export const letters: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^# /, '').trim());

const sections = readFacts('neighbour/facts.txt');

/** Facts told in the saga's own sentence forms: the hard case. */
export const sharedFacts = sections.get('shared') ?? [];
/** Facts told in forms of the neighbour's own. */
export const ownFacts = sections.get('own') ?? [];

export const factTexts: readonly string[] = [
  ...sharedFacts.flatMap((fact) => sharedFrames.map((frame) => worded(frame, fact))),
  ...ownFacts.flatMap((fact) => ownFrames.map((frame) => worded(frame, fact))),
];
