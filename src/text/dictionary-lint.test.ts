import { describe, expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { parseDictionary } from './dictionary';
import { lint, type LintFinding } from './dictionary-lint';
import { PhraseCounter } from './phrases';

/** Words with the space before them are tokens. */
function wordTokenizer(): Tokenizer {
  const words: string[] = [];
  const id = (word: string): number => {
    if (!words.includes(word)) words.push(word);
    return words.indexOf(word);
  };
  const decode = (ids: Iterable<number>): string => [...ids].map((i) => words[i] ?? '').join('');
  return {
    encode: (text) => Int32Array.from((text.match(/\s?[\p{L}’]+|\s|[^\p{L}\s]/gu) ?? []).map(id)),
    decode,
    tokenBytes: () => null,
    tokenText: (i) => decode([i]),
    opening: [],
    isSpecial: () => false,
  };
}

function findings(dictionary: object, forget: string, ordinary = ''): Promise<LintFinding[]> {
  return lint(parseDictionary(dictionary), {
    tokenizer: wordTokenizer(),
    forget: [forget],
    ordinary: [ordinary],
  });
}

test('a dictionary without faults', async () => {
  expect(await findings({ Maelis: ['Anna', 'Lucy'] }, 'There came Maelis.', 'It rained.')).toEqual([]);
});

describe('finds', () => {
  test.each<[string, object, string, LintFinding]>([
    [
      'a term that is its own translation',
      { Bea: 'Bea' },
      'It was Bea.',
      { kind: 'self-map', term: 'Bea', translation: 'Bea' },
    ],
    [
      'a translation that is a term',
      { Bea: 'Cab', Cab: 'Dan' },
      'It was (Bea, Cab).',
      { kind: 'clash', term: 'Bea', translation: 'Cab', as: 'term', others: ['Cab'] },
    ],
    [
      'a translation of two terms',
      { Bea: 'Ann', Cab: ['Dan', 'Ann'] },
      'It was Bea, Cab.',
      { kind: 'clash', term: 'Cab', translation: 'Ann', as: 'translation', others: ['Bea'] },
    ],
    [
      'a translation in the text',
      { Bea: 'Ann Lee' },
      'Bea met "Ann Lee".',
      { kind: 'in-text', term: 'Bea', translation: 'Ann Lee', count: 1 },
    ],
    [
      'a common word',
      { lamp: 'torch' },
      'The lamp was lit.',
      { kind: 'common-word', term: 'lamp', count: 2 },
    ],
    [
      'another number of tokens',
      { Bea: 'Ann Lee' },
      'It was Bea.',
      { kind: 'token-count', term: 'Bea', translation: 'Ann Lee', tokens: 1, becomes: 2 },
    ],
    [
      'a term that is not in the text',
      { Bea: 'Ann' },
      'It was Beam.',
      { kind: 'unreachable', term: 'Bea', because: 'absent' },
    ],
    [
      'a term only inside another',
      { Bea: 'Ann', 'Bea Lorn': 'Ann Lee' },
      'It was Bea Lorn.',
      { kind: 'unreachable', term: 'Bea', because: 'covered' },
    ],
    [
      'a translation that begins like other words',
      { Bea: 'the cook' },
      'Bea saw the sea.',
      { kind: 'common-first-token', term: 'Bea', translation: 'the cook', token: ' the', count: 1 },
    ],
  ])('%s', async (_, dictionary, forget, finding) => {
    expect(await findings(dictionary, forget, 'A lamp, a lamp.')).toContainEqual(finding);
  });
});

test('a term is found as the text writes it', async () => {
  const kinds = async (term: string, text: string) =>
    (await findings({ [term]: 'Ann' }, text)).map(({ kind }) => kind);
  expect(await kinds('Zoë', 'It was Zoe\u0308.')).not.toContain('unreachable');
  expect(await kinds('Bea Lorn', 'It was Bea\n  Lorn.')).not.toContain('unreachable');
  expect(await kinds('Zoë', 'It was Zoe.')).toContain('unreachable');
});

test('a translation of many terms names the first few of them', async () => {
  const dictionary = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`Name${i}x`, 'Ann']));
  const found = (await findings(dictionary, 'No one.')).filter(({ kind }) => kind === 'clash');
  expect(found).toHaveLength(50);
  expect(found[7]).toMatchObject({ others: ['Name0x', 'Name1x', 'Name2x', 'Name3x', 'Name4x'] });
});

test('stops when aborted', async () => {
  const context = { tokenizer: wordTokenizer(), forget: ['It was Bea.'], ordinary: [] };
  await expect(
    lint(parseDictionary({ Bea: 'Ann' }), context, AbortSignal.abort(new Error('enough'))),
  ).rejects.toThrow('enough');
});

test('phrases are counted as whole words, in any script, even where they overlap', () => {
  const phrases = ['Bea', 'Bea Lorn', 'Lorn', '马力', "Bea's", 'no'];
  const counter = new PhraseCounter(phrases);
  counter.read("Bea Lorn, Beam, Bea's 我见到马力在湖边");
  expect(phrases.map((phrase) => counter.count(phrase))).toEqual([2, 1, 1, 1, 1, 0]);
});
