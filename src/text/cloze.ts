/** Cloze questions about any text: what it says up to a name, to be completed with the name. */
import { prng, shuffled } from '../base/prng';
import { groupBy } from '../base/group';
import type { Passage } from './blocks';
import type { Dictionary } from './dictionary';
import { groupEntities } from './entities';
import { sentencesOf } from './sentences';
import { TermIndex } from './term-index';

interface ClozeQuestion {
  readonly prompt: string;
  /** the term that follows in the text, then the others that name the same entity */
  readonly references: readonly [string, ...string[]];
}

/** Fewest words of a prompt: with less, anything could follow. */
const FEWEST_WORDS = 4;
const MOST_CHARACTERS = 160;
/** The same as the text has it, with line breaks and indents: longer beginnings are not looked at. */
const MOST_WRITTEN = 4 * MOST_CHARACTERS;

/**
 * At most `most` questions, in the order of the text. A prompt is the beginning of a sentence, after the whole sentence
 * before it where that is too short to tell what follows; it never names what it asks for. If there are more questions,
 * a seeded choice asks for every term before it asks for one again.
 */
export function clozeQuestions(
  passages: readonly Passage[],
  dictionary: Dictionary,
  { most, seed }: { readonly most: number; readonly seed: number },
): ClozeQuestion[] {
  const named = namesOf(dictionary);
  const found = new Map<string, ClozeQuestion>();
  for (const sentences of passages.map(sentencesOf))
    for (const [i, sentence] of sentences.entries())
      for (const { start, value: name } of named.find(sentence)) {
        if (start > MOST_WRITTEN) break;
        const prompt = promptOf(sentence.slice(0, start), sentences[i - 1] ?? '');
        const isTold = (): boolean => named.find(prompt).some(({ value }) => value.entity === name.entity);
        if (prompt.length > MOST_CHARACTERS || found.has(prompt) || isTold() || words(prompt) < FEWEST_WORDS)
          continue;
        found.set(prompt, { prompt, references: [name.term, ...name.others] });
      }
  return chosen([...found.values()], most, seed);
}

interface Name {
  readonly term: string;
  readonly entity: string;
  /** other terms of the entity */
  readonly others: readonly string[];
}

/** Where the dictionary's terms occur, each with its entity. */
function namesOf(dictionary: Dictionary): TermIndex<Name> {
  const entities = groupBy(groupEntities(dictionary), ({ entity, term }) => entity ?? term);
  const names = [...entities].flatMap(([entity, entries]) =>
    entries.map(({ term }): Name => {
      const others = entries.flatMap((other) => (other.term === term ? [] : [other.term]));
      return { term, entity, others };
    }),
  );
  return new TermIndex(names.map((name) => [name.term, name] as const));
}

function promptOf(beginning: string, before: string): string {
  const own = beginning.trimEnd().replace(WRAP, ' ');
  if (words(own) >= FEWEST_WORDS) return own;
  return `${before.replace(WRAP, ' ')} ${own}`.trim();
}

/** In the order of the text; each term’s first question, by a shuffled order, before the second of any. */
function chosen(questions: readonly ClozeQuestion[], most: number, seed: number): ClozeQuestion[] {
  const order = shuffled(prng(seed), [...questions.keys()]);
  const byTerm = groupBy(order, (i) => questions[i]?.references[0]);
  const turns = [...byTerm.values()].flatMap((ofTerm) => ofTerm.map((i, turn) => ({ i, turn })));
  const kept = new Set(
    turns
      .sort((a, b) => a.turn - b.turn)
      .slice(0, most)
      .map(({ i }) => i),
  );
  return questions.filter((_, i) => kept.has(i));
}

/** The end of a wrapped line. */
const WRAP = /(?<!\s)\s*\n\s*/gu;

function words(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    count += Number(isWordLike === true);
  return count;
}
