import { expect, test } from 'vitest';
import { parseProof, type Proof } from './proof';
import { writeProof } from './write-proof';

const next = { top: [{ text: ' Bea', probability: 0.25 }], answer: { text: ' Bea', probability: 0.25 } };
const proof: Proof = {
  model: 'm',
  world: 'w',
  hash: 'a',
  seed: 1,
  alpha: 8,
  steps: 3,
  seconds: 2,
  swap: { term: 'Bea', translation: 'Ada' },
  figures: { answers: [1, 0.125] },
  looks: [0, 3],
  sentences: [{ kind: 'forget', prompt: 'She met', answer: 'Bea', next: [next, { top: [], answer: null }] }],
};

test('a proof survives a round trip through its file', () => {
  expect(parseProof(JSON.parse(writeProof(proof)), 'proof.json')).toEqual(proof);
});

test.each([
  ['another format', { format: 'x' }],
  ['no sentences', { sentences: [] }],
  ['fewer looks than its sentences have', { looks: [0, 1, 3] }],
  ['a kind that is none', { sentences: [{ ...proof.sentences[0], kind: 'other', next: [] }] }],
])('with %s is refused', (_, change) => {
  const file: unknown = JSON.parse(writeProof(proof));
  expect(() => parseProof(Object.assign({}, file, change), 'proof.json')).toThrow();
});
