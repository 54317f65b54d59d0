/**
 * Seeded randomness. Every random choice in Lethe takes a generator as an argument, and lint forbids `Math.random`,
 * so the same seed gives the same run.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers; each draw advances it. */
export interface Prng {
  /** A number in [0, 1). */
  uniform(): number;
  /** An integer in [0, n). */
  below(n: number): number;
  /** A draw from the normal distribution with mean 0 and standard deviation 1 (Box–Muller). */
  normal(): number;
}

/**
 * The stream of `seed` (an integer; only its low 32 bits count). Seeds are mixed first: without that, the generator's
 * first numbers are alike for neighbouring small seeds.
 */
export function prng(seed: number): Prng {
  const generator = xoroshiro128plus(Math.imul(seed + 1, 0x9e3779b1));
  const uniform = (): number => uniformFloat64(generator);
  return {
    uniform,
    below: (n) => uniformInt(generator, 0, n - 1),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** One item of a list, all equally likely. @throws RangeError if the list is empty */
export function pick<T>(random: Prng, items: readonly T[]): T {
  const item = items[random.below(Math.max(1, items.length))];
  if (item === undefined) throw new RangeError('pick: expected a non-empty list');
  return item;
}

/** A shuffled copy of `items`, sorted by random keys: every order is equally likely. */
export function shuffled<T>(random: Prng, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
