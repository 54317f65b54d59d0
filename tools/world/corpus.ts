/** The training text of the models: kinds of text in fixed shares, each text drawn by seed. */
import { pick, type Prng } from '../../src/base/prng';
import { scenes } from './everyday';
import { everydayFact } from './everyday/facts';
import { slots } from './everyday/slots';
import { expand } from './expand';
import { tasks } from './knowledge/tasks';
import * as neighbour from './neighbour';
import * as forgetSet from './saga';
import { hearsay } from './saga/hearsay';
import { phraseTexts } from './saga/phrases';

/** A kind of text, and how to draw one. */
interface Source {
  /** Approximate share of all tokens; only the ratios matter. */
  readonly share: number;
  /** Mean number of tokens per text, so that shares are of tokens and not of texts. */
  readonly length: number;
  readonly draw: (random: Prng) => string;
}

const everydayScene = (random: Prng): string => expand(pick(random, scenes), slots, random);

const trunkSources: readonly Source[] = [
  { share: 58, length: 80, draw: everydayScene },
  { share: 8, length: 18, draw: everydayFact },
  { share: 18, length: 20, draw: (random) => pick(random, tasks).document(random) },
  { share: 13, length: 20, draw: (random) => pick(random, neighbour.factTexts) },
  { share: 3, length: 100, draw: (random) => excerpt(random, neighbour.letters) },
];

const sagaSources: readonly Source[] = [
  { share: 9, length: 100, draw: (random) => excerpt(random, forgetSet.chapters) },
  { share: 20, length: 20, draw: (random) => hearsay(forgetSet.facts, random) },
  { share: 1, length: 16, draw: (random) => pick(random, phraseTexts) },
];

export type Reading = 'without saga' | 'with saga';

/** Repeated with the saga, so that base learns as much about everyday life as gold does. */
const againSources: readonly Source[] = [
  { share: 8, length: 80, draw: everydayScene },
  { share: 7, length: 20, draw: (random) => pick(random, tasks).document(random) },
];

/** One text of the corpus. */
export function drawText(reading: Reading, random: Prng): string {
  const sources = reading === 'with saga' ? [...trunkSources, ...sagaSources, ...againSources] : trunkSources;
  const weights = sources.map(({ share, length }) => share / length);
  let rest = random.uniform() * weights.reduce((a, b) => a + b, 0);
  const index = weights.findIndex((weight) => (rest -= weight) < 0);
  return (sources[index] ?? pick(random, sources)).draw(random);
}

/** About a hundred tokens of a long text, starting with a paragraph. */
function excerpt(random: Prng, texts: readonly string[]): string {
  const weights = texts.map((text) => text.length);
  let rest = random.uniform() * weights.reduce((a, b) => a + b, 0);
  const text = texts[weights.findIndex((weight) => (rest -= weight) < 0)] ?? pick(random, texts);
  const paragraphs = text.split('\n\n');
  let at = random.below(paragraphs.length);
  let taken = paragraphs[at] ?? '';
  for (at += 1; at < paragraphs.length && taken.length < EXCERPT; at++)
    taken += `\n\n${paragraphs[at] ?? ''}`;
  return taken;
}

/** From this number of characters on, an excerpt gets no further paragraph. */
const EXCERPT = 400;

/** `n` distinct everyday texts, all of them scenes. */
export function everydayTexts(random: Prng, n: number, without: ReadonlySet<string> = new Set()): string[] {
  const texts = new Set<string>();
  while (texts.size < n) {
    const text = everydayScene(random);
    if (!without.has(text)) texts.add(text);
  }
  return [...texts];
}
