/** The saga to be forgotten: its prose, its facts, its sayings. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFacts } from '../facts/fact';
import { sharedFrames, worded } from '../facts/frames';

const folder = new URL('./chapters/', import.meta.url);

/** The chapters in order, each with its title as the first line. */
export const chapters: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^# /, '').trim());

export const facts = [...readFacts('saga/facts.txt').values()].flat();

/** Every fact in every trained sentence form. */
export const factTexts: readonly string[] = facts.flatMap((fact) =>
  sharedFrames.map((frame) => worded(frame, fact)),
);
