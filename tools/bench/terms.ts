/**
 * A dictionary of 20,000 terms, all with one translation or each with its own: how long matching and translating 1 MB of
 * text takes, and the check of the dictionary, with the longest time in which the page could not react.
 */
import { loadModelFiles } from '../../src/files/load-model-files';
import { urlSource } from '../../src/files/source';
import { cutBlocks, tokenStream } from '../../src/text/blocks';
import type { Dictionary } from '../../src/text/dictionary';
import { lint } from '../../src/text/dictionary-lint';
import { groupEntities } from '../../src/text/entities';
import { createMatcher } from '../../src/text/matcher';
import { translate } from '../../src/text/translate';
import { milliseconds } from './timing';

const TERMS = 20_000;
const CHARACTERS = 1_000_000;
const T = 128;

export async function benchTerms(base: string) {
  const { tokenizer } = await loadModelFiles(urlSource(base), 'models/base');
  const passages = paragraphs();
  const blocks = cutBlocks(tokenStream(passages, tokenizer), T);
  const measure = async (translationOf: (i: number) => string) => {
    const dictionary: Dictionary = Array.from({ length: TERMS }, (_, i) => ({
      term: term(i),
      translations: [translationOf(i)] as const,
    }));
    const matchMs = await milliseconds(() => {
      const matcher = createMatcher(groupEntities(dictionary), tokenizer);
      blocks.forEach((ids, block) => translate(ids, matcher, { seed: 1, block, context: T }));
      return Promise.resolve();
    });
    const freeze = longestFreeze();
    const lintMs = await milliseconds(() => lint(dictionary, { tokenizer, forget: passages, ordinary: [] }));
    return { matchMs, lintMs, freezeMs: freeze() };
  };
  return { terms: { one: await measure(() => 'Anna'), each: await measure((i) => `Anna ${i}`) } };
}

function term(i: number): string {
  return [`Name${i.toString(36)}`, `Bell ${i}`, `The Keep of ${i.toString(36)}mere`][i % 3] ?? '';
}

function paragraphs(): string[] {
  const all: string[] = [];
  for (let i = 0, size = 0; size < CHARACTERS; i++) {
    const [one, other] = [term((i * 31) % TERMS), term((i * 17) % TERMS)];
    const sentence = `So ${one} went to the house of ${other}, and said that it was late.`;
    all.push(sentence);
    size += sentence.length;
  }
  return all;
}

/** Watches the page’s thread; the function that is returned ends that, with the longest pause in milliseconds. */
function longestFreeze(): () => number {
  let [last, longest] = [performance.now(), 0];
  const channel = new MessageChannel();
  const tick = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    channel.port2.postMessage(null);
  };
  channel.port1.onmessage = tick;
  tick();
  return () => {
    channel.port1.close();
    return longest;
  };
}
