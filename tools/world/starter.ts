/** The starter world: everyday stories made from patterns, and the saga that is to be forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { pick, prng, type Prng } from '../../src/base/prng';
import { v } from '../../src/base/schema';
import { scenes } from './everyday';
import { slots } from './everyday/slots';
import { expand } from './expand';
import { factWordings } from './saga/facts';

const saga = new URL('./saga/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, saga), 'utf8');

const promptsSchema = v.array(v.object({ prompt: v.string(), references: v.array(v.string()) }));

/** The saga's chapters, each with its title as first line. */
export function chapters(): string[] {
  const names = readdirSync(new URL('chapters/', saga)).sort();
  return names.map((name) => read(`chapters/${name}`).replace(/^# /, '').trim());
}

export const prompts = () => v.parse(promptsSchema, JSON.parse(read('prompts.json')));
export const dictionary = (): unknown => JSON.parse(read('dictionary.json'));

export { factWordings };

/** One everyday text. */
export function everyday(random: Prng): string {
  return expand(pick(random, scenes), slots, random);
}

/** `n` different everyday texts, none of them in `without`. */
export function everydayTexts(seed: number, n: number, without: ReadonlySet<string> = new Set()): string[] {
  const random = prng(seed);
  const texts = new Set<string>();
  while (texts.size < n) {
    const text = everyday(random);
    if (!without.has(text)) texts.add(text);
  }
  return [...texts];
}
