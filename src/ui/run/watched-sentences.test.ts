import { expect, test } from 'vitest';
import type { SentenceKind } from '../../recorded/proof';
import { swapOf, watchedSentences } from './watched-sentences';

const sentence = (kind: SentenceKind) => ({ kind, prompt: `of ${kind}`, answer: 'a', next: [], whole: 'a' });
const proof = {
  sentences: (['forget', 'neighbour', 'everyday'] as const).map(sentence),
  swap: { term: 'Maelis', translation: 'Anna' },
};
const dataset = {
  prompts: Array.from({ length: 6 }, (_, i) => ({
    prompt: `asked ${i}`,
    references: i === 0 ? ['Ron'] : [],
  })),
  dictionary: [{ term: 'Harry', translations: ['Jon'] }] as const,
};
const kinds = (...given: Parameters<typeof watchedSentences>) =>
  watchedSentences(...given).map(({ kind, prompt }) => `${kind}: ${prompt}`);
const asked = ['forget: asked 0', 'forget: asked 1', 'forget: asked 2', 'forget: asked 3'];

test('of the book that comes with the page, the sentences of the proof are watched', () => {
  expect(kinds({ forget: 'book', keep: 'book' }, proof, dataset)).toEqual([
    'forget: of forget',
    'neighbour: of neighbour',
    'everyday: of everyday',
  ]);
  expect(swapOf({ forget: 'book', keep: 'book' }, proof, dataset)).toEqual(proof.swap);
});

test('beside a lesson, nothing is watched but its first questions', () => {
  expect(kinds({ forget: 'lesson', keep: 'other' }, proof, dataset)).toEqual(asked);
  expect(watchedSentences({ forget: 'lesson', keep: 'other' }, null, dataset)[0]?.answer).toBe('Ron');
  expect(swapOf({ forget: 'lesson', keep: 'other' }, proof, dataset)).toEqual({
    term: 'Harry',
    translation: 'Jon',
  });
});

test('of a text of the user’s, also what a shipped model is to keep', () => {
  expect(kinds({ forget: 'own', keep: 'book' }, proof, dataset)).toEqual([
    ...asked,
    'neighbour: of neighbour',
    'everyday: of everyday',
  ]);
  expect(kinds({ forget: 'own', keep: 'other' }, proof, dataset)).toEqual(asked);
});
