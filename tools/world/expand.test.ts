import { describe, expect, it } from 'vitest';
import { prng } from '../../src/base/prng';
import { expand, type Slots } from './expand';

const slots: Slots = {
  person: [
    { name: 'Tom', gender: 'he' },
    { name: 'Anna', gender: 'she' },
    { name: 'Paul', gender: 'he' },
  ],
  boy: [{ name: 'Tom', gender: 'he' }],
  girl: [{ name: 'Anna', gender: 'she' }],
  animal: ['owl', 'dog', 'cat'],
  vowel: ['owl'],
  other: ['unicorn'],
  hour: ['hour'],
  maker: [
    ['bees', 'honey'],
    ['hens', 'eggs'],
  ],
};

// Consecutive small seeds start with similar draws, so these are spread out.
const seeds = Array.from({ length: 50 }, (_, seed) => seed);
const all = (pattern: string): string[] => seeds.map((seed) => expand(pattern, slots, prng(seed)));

describe('expand', () => {
  it('gives the same text for the same seed, and other texts for other seeds', () => {
    const pattern = '{person} saw [one|two|three] {animal}.';
    expect(all(pattern)).toEqual(all(pattern));
    expect(new Set(all(pattern)).size).toBeGreaterThan(10);
  });

  it('remembers a labelled pick', () => {
    for (const text of all('{person:a} and {person:a} and {a}.')) {
      expect(text).toMatch(/^(\w+) and \1 and \1\.$/);
    }
  });

  it('gives different values to different labels, even across lists', () => {
    for (const text of all('{boy:a} {person:b} {person:c}')) {
      expect(new Set(text.split(' ')).size).toBe(3);
    }
  });

  it('uses the pronouns and kinship words of a remembered person', () => {
    const pattern = '{girl:a}: {a.they} {a.them} {a.their} {a.They} {a.Their} {a.sibling}';
    expect(expand(pattern, slots, prng(1))).toBe('Anna: she her her She Her sister');
    expect(expand('his {boy:b.sibling} {b}', slots, prng(1))).toBe('His brother Tom');
  });

  it('keeps the columns of a row together', () => {
    for (const text of all('{Maker:x} make {x.2}.')) {
      expect(['Bees make honey.', 'Hens make eggs.']).toContain(text);
    }
  });

  it('nests choices', () => {
    const texts = new Set(all('[a [red|blue] hat|{vowel}]'));
    expect([...texts].sort()).toEqual(['A blue hat', 'A red hat', 'Owl']);
  });

  it('chooses a or an by sound', () => {
    expect(expand('a(n) {vowel}, a(n) {other}, a(n) {hour}, a(n) "red" hat', slots, prng(1))).toBe(
      'An owl, a unicorn, an hour, a "red" hat',
    );
  });

  it('starts sentences with a capital, but not the rest of a sentence after a quotation', () => {
    const pattern = 'it ran. {vowel}s fly! "why?" asked the {other}. "yes." then it slept.';
    expect(expand(pattern, slots, prng(1))).toBe(
      'It ran. Owls fly! "Why?" asked the unicorn. "Yes." Then it slept.',
    );
  });

  it('throws naming an unknown slot', () => {
    for (const slot of ['food', 'food:a', 'a.they', 'person:a.hat', 'no such']) {
      expect(() => expand(`A {${slot}}.`, slots, prng(1))).toThrow(slot);
    }
    expect(() => expand('{vowel} {vowel}', slots, prng(1))).toThrow('vowel');
    expect(() => expand('{person:a} {animal:a}', slots, prng(1))).toThrow('animal:a');
  });
});
