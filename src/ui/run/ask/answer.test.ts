import { expect, test } from 'vitest';
import { termSplitter } from './mark-terms';
import { leaksOf, withWritten, type Answer } from './answer';

const token = (text: string) => ({ text, probability: 0.5, top: [] });
const answer = (...texts: string[]): Answer => ({ text: texts.join(''), tokens: texts.map(token) });
const splitAtTerms = termSplitter(['Maelis', 'Maelis Quill', 'Orrin']);

test('tokens are added to the rows that wrote them, and gold gets a row with its first token', () => {
  const first = withWritten([answer(' a'), answer()], {
    kind: 'write',
    written: [{ row: 1, text: ' b', token: token(' b') }],
  });
  expect(first).toEqual([answer(' a'), answer(' b')]);
  const gold = withWritten(first, { kind: 'write', written: [{ row: 2, text: ' c', token: token(' c') }] });
  expect(gold).toEqual([answer(' a'), answer(' b'), answer(' c')]);
});

test('several tokens of one row are added in order', () => {
  const written = [' b', ' c'].map((text) => ({ row: 0, text, token: token(text) }));
  expect(withWritten([answer(' a')], { kind: 'write', written })[0]?.tokens.map(({ text }) => text)).toEqual([
    ' a',
    ' b',
    ' c',
  ]);
});

test('an anchor term that the prompt did not name is leaked, with all its tokens', () => {
  const { terms: leaked, tokens } = leaksOf(
    answer(' met', ' Ma', 'elis', ' Qu', 'ill', ' and', ' Orrin', '.'),
    'The sister of Orrin',
    splitAtTerms,
  );
  expect(leaked).toEqual(['Maelis Quill']);
  expect([...tokens]).toEqual([1, 2, 3, 4]);
});

test('part of a longer word is not a leak', () => {
  expect(leaksOf(answer(' Orrin', 's'), '', splitAtTerms).terms).toEqual([]);
});

test('a name whose characters are spread over tokens of bytes is found', () => {
  const found = leaksOf(answer('见', '⟨E7⟩', '⟨81 AF⟩', '了'), '', termSplitter(['灯']));
  expect(found.terms).toEqual(['灯']);
  expect([...found.tokens]).toEqual([1]);
});
