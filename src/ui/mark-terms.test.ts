import { expect, test } from 'vitest';
import { splitAtTerms } from './mark-terms';

const marked = (text: string, ...terms: string[]) =>
  splitAtTerms(text, terms)
    .map((part) => (part.isTerm ? `[${part.text}]` : part.text))
    .join('');

test('marks whole words, longest terms first', () => {
  expect(marked('Bea Lorn met Bea and Beam.', 'Bea', 'Bea Lorn')).toBe('[Bea Lorn] met [Bea] and Beam.');
});

test('terms may contain any character, and the list may be empty', () => {
  expect(marked('a (b) c', '(b)')).toBe('a [(b)] c');
  expect(marked('as it was')).toBe('as it was');
});
