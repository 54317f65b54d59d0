import { expect, test } from 'vitest';
import { termSplitter } from './mark-terms';

const marked = (text: string, ...terms: string[]) =>
  termSplitter(terms)(text)
    .map((part) => (part.term === null ? part.text : `[${part.text}]`))
    .join('');

test('marks whole words, longest terms first', () => {
  expect(marked('Bea Lorn met Bea and Beam.', 'Bea', 'Bea Lorn')).toBe('[Bea Lorn] met [Bea] and Beam.');
});

test('terms may contain any character, and the list may be empty', () => {
  expect(marked('a (b) c', '(b)')).toBe('a [(b)] c');
  expect(marked('as it was')).toBe('as it was');
});

test('marks a term as the text writes it', () => {
  expect(marked('Zoe\u0308 and the Zoë’s\n  bell', "Zoë's bell", 'Zoë')).toBe(
    '[Zoe\u0308] and the [Zoë’s\n  bell]',
  );
});
