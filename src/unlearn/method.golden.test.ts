/** Translation, mapping, reasons, forbidden tokens and labels against plain loops in Python (tools/golden/method.py). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import type { Tokenizer } from '../files/tokenizer';
import { interpret } from '../graph/interpret';
import type { NdArray } from '../graph/nd-array';
import { alignGraph } from '../llama/graphs/align';
import { combineGraph, logitSpaces, type LogitSpace } from '../llama/graphs/combine';
import type { HostTensor } from '../runtime/device';
import { cutBlocks, remainders } from '../text/blocks';
import { parseDictionary } from '../text/dictionary';
import { groupEntities } from '../text/entities';
import { createMatcher, matchRules, type Matcher } from '../text/matcher';
import type { SpellingName, Spellings } from '../text/spellings';
import { forbidStarts, translate, translationDraws, type Aligned } from '../text/translate';
import { forbiddenAt, forbiddenFrom, readableMapping } from './chunk-rows';

const both = v.tuple([v.literal(true), v.literal(false)]);
const golden = v.parse(
  v.object({
    /** T */
    length: v.number(),
    /** bytes of each token in hexadecimal */
    tokens: v.array(v.string()),
    names: v.array(v.picklist(['space', 'start', 'newline', 'quote', 'bracket'] satisfies SpellingName[])),
    alphas: v.array(v.number()),
    spaces: v.array(v.picklist(logitSpaces)),
    options: v.object({
      matchRule: v.array(v.picklist(matchRules)),
      wordBoundary: both,
      translationDraw: v.array(v.picklist(translationDraws)),
      maskRepeats: both,
      forbid: both,
      forbidFrom: v.array(v.picklist(forbidStarts)),
      remainder: v.array(v.picklist(remainders)),
    }),
    /** of all cases, by combination of the options */
    digests: v.array(v.string()),
    cases: v.array(
      v.object({
        seed: v.number(),
        context: v.number(),
        dictionary: v.array(v.tuple([v.string(), v.array(v.string())])),
        spellings: v.record(v.string(), v.string()),
        stream: v.string(),
        logits: v.number(),
        expected: v.array(v.string()),
      }),
    ),
  }),
  JSON.parse(readFileSync(new URL('./fixtures/method.json', import.meta.url), 'utf8')),
);
type Case = (typeof golden.cases)[number];
const { length, alphas, spaces } = golden;
const vocabSize = golden.tokens.length;

/** Token sequences are written in base 32, one digit per token, with "-" for −1. */
const digit = (n: number): string => (n < 0 ? '-' : n.toString(32));
const written = (ids: Iterable<number>): string => Array.from(ids, digit).join('');
const row = (digits: string): Int32Array => Int32Array.from(digits, (one) => Number.parseInt(one, 32));

const tokenBytes = golden.tokens.map((hex) => Buffer.from(hex, 'hex'));
const decode = (ids: Iterable<number>): string =>
  Buffer.concat(Array.from(ids, (id) => tokenBytes[id] ?? Buffer.of())).toString('utf8');
const tokenizer: Tokenizer = {
  encode: () => {
    throw new Error('spellings are given');
  },
  decode,
  tokenBytes: () => null,
  tokenText: (id) => decode([id]),
  opening: [],
  isSpecial: () => false,
};

const { options } = golden;
const combinations = options.matchRule.flatMap((matchRule) =>
  options.wordBoundary.flatMap((wordBoundary) =>
    options.translationDraw.flatMap((translationDraw) =>
      options.maskRepeats.flatMap((maskRepeats) =>
        options.forbid.flatMap((forbid) =>
          options.forbidFrom.flatMap((forbidFrom) =>
            options.remainder.map((remainder) => ({
              matchRule,
              wordBoundary,
              translationDraw,
              maskRepeats,
              forbid,
              forbidFrom,
              remainder,
            })),
          ),
        ),
      ),
    ),
  ),
);
type Options = (typeof combinations)[number];

function matcherOf({ dictionary, spellings }: Case, settings: Options): Matcher {
  const known = new Map(Object.entries(spellings).map(([text, rows]) => [text, spellingsFrom(rows)]));
  const entries = groupEntities(parseDictionary(Object.fromEntries(dictionary)));
  return createMatcher(entries, tokenizer, settings, (text) => known.get(text) ?? new Map());
}

function spellingsFrom(rows: string): Spellings {
  const ids = rows.split(',').map(row);
  return new Map(
    golden.names.flatMap((name, i) => {
      const one = ids[i] ?? row('');
      return one.length === 0 ? [] : [[name, one] as const];
    }),
  );
}

function writtenBlock({ translated, mapping, reasons, forbidden }: Aligned): string {
  const first = new Map<number, number>();
  for (const { id, from } of forbidden) first.set(id, Math.min(first.get(id) ?? from, from));
  return [
    written(translated),
    written(mapping).padEnd(length, '-'),
    reasons.map((reason) => reason?.[0] ?? '.').join('').padEnd(length, 'p'), // prettier-ignore
    written([...first].sort(([a], [b]) => a - b).flat()),
  ].join('|');
}

/** The same formula as in method.py. */
function logit(seed: number, sequence: number, position: number, id: number): number {
  const token = (position + Math.floor(id / 2)) % 3 === 0 ? id - (id % 2) : id;
  const x = ((((seed * 31 + sequence) * 101 + position) * 37 + token) * 7919) % 65521;
  const y = (x * x) % 65521;
  return ((y * x + 12345 * x) % 65521) / (sequence === 0 ? 4096 : 2048);
}

const knownLogits = new Map<string, Float64Array>();
/** [V] */
function logitsAt(seed: number, sequence: number, position: number): Float64Array {
  const key = `${seed} ${sequence} ${position}`;
  const row =
    knownLogits.get(key) ??
    Float64Array.from({ length: vocabSize }, (_, id) => logit(seed, sequence, position, id));
  knownLogits.set(key, row);
  return row;
}

const shape = { length, vocabSize, top: 1 };
const combine = combineGraph(shape);
const align = {
  raw: alignGraph({ ...shape, space: 'raw' }),
  logprob: alignGraph({ ...shape, space: 'logprob' }),
};

function output<O extends string>(results: ReadonlyMap<O, NdArray>, name: O): NdArray {
  const found = results.get(name);
  if (!found) throw new Error(`expected the output ${name}`);
  return found;
}

/** Labels [T] by the graphs in float64, for each α. */
function labels(seed: number, aligned: Aligned, space: LogitSpace, every: readonly number[]): string[] {
  const feed = ({ shape, data }: HostTensor) => ({ shape, data: Float64Array.from(data, Number) });
  const mapping = feed(readableMapping(aligned, length));
  const logits = (sequence: number, positions: Iterable<number>): NdArray => {
    const data = new Float64Array(length * vocabSize);
    let at = 0;
    for (const position of positions) data.set(logitsAt(seed, sequence, position), vocabSize * at++);
    return { shape: [length, vocabSize], data };
  };
  const rows = interpret(align[space], {
    translated: logits(0, mapping.data),
    original: logits(1, Array(length).keys()),
    mapping,
    forbiddenFrom: feed(forbiddenFrom(aligned, vocabSize)),
    forbiddenAt: feed(forbiddenAt(aligned, length)),
  });
  const [baseline, reinforced] = [output(rows, 'baseline'), output(rows, 'reinforced')];
  return every.map((alpha) => {
    const found = interpret(combine, {
      baseline,
      reinforced,
      alpha: { shape: [1], data: Float64Array.of(alpha) },
    });
    const ids = output(found, 'ids').data;
    return written(Array.from({ length }, (_, i) => ((aligned.mapping[i] ?? -1) < 0 ? -1 : (ids[i] ?? -1))));
  });
}

function blocksOf(one: Case, settings: Options): Aligned[] {
  const matcher = matcherOf(one, settings);
  const { seed, context } = one;
  return cutBlocks(row(one.stream), length, settings.remainder).map((ids, block) =>
    translate(ids, matcher, { ...settings, seed, block, context }),
  );
}

const logitSeed = (one: Case, block: number): number =>
  (one.logits * golden.cases.length + one.seed) * 2 + block;

test('has 200 blocks and every combination of the options', () => {
  const blocks = golden.cases.flatMap(({ stream }) => cutBlocks(row(stream), length));
  expect(blocks).toHaveLength(200);
  expect(golden.digests).toHaveLength(combinations.length);
  expect(combinations).toHaveLength(2 * 2 * 3 * 2 * 2 * 2 * 2);
});

test.each(golden.cases.map((one) => [one.seed, one] as const))('case %d, to be read', (number, one) => {
  const settings = combinations[number % combinations.length];
  if (!settings) throw new Error('expected a combination');
  const got = blocksOf(one, settings).map((aligned, block) =>
    [
      writtenBlock(aligned),
      ...spaces.flatMap((space) => labels(logitSeed(one, block), aligned, space, alphas)),
    ].join('|'),
  );
  expect(got).toEqual(one.expected);
});

describe('all cases', () => {
  const known = new Map<string, string>();
  test.each(combinations.map((settings, k) => [JSON.stringify(settings), settings, k] as const))(
    'with %s',
    (_, settings, k) => {
      const hash = createHash('sha256');
      for (const one of golden.cases) {
        blocksOf(one, settings).forEach((aligned, block) => {
          const text = writtenBlock(aligned);
          const key = `${one.seed} ${block} ${text}`;
          const [space = 'raw', alpha = 0] = [
            spaces[(one.seed + block) % 2],
            alphas[one.seed % alphas.length],
          ];
          const [label = ''] = known.has(key)
            ? [known.get(key)]
            : labels(logitSeed(one, block), aligned, space, [alpha]);
          known.set(key, label);
          hash.update(`${text}|${label}\n`);
        });
      }
      expect(hash.digest('hex').slice(0, 16)).toBe(golden.digests[k]);
    },
  );
});
