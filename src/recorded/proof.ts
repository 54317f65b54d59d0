/**
 * The proof: what the recorded run changed, small enough for the first screen. Six sentences with a gap, what the model
 * would write next at each look during the training, and three figures before and after. `npm run record` makes it.
 */
import { fail } from '../files/errors';
import { v, validate } from '../base/schema';
import type { NextToken } from '../evaluate/next-token';

export const PROOF_FORMAT = 'lethe-recorded-proof';
export const PROOF_VERSION = 1;

/** What a sentence is about: the text to forget, another text, everyday life. */
export const sentenceKinds = ['forget', 'neighbour', 'everyday'] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

/** A sentence with a gap at its end. */
export interface ProofSentence {
  readonly kind: SentenceKind;
  readonly prompt: string;
  /** the word that belongs into the gap */
  readonly answer: string;
  /** what the model would write next, at each look */
  readonly next: readonly NextToken[];
}

/** The metrics of the first screen, each before and after. */
export const proofFigures = ['answers', 'neighbour', 'general'] as const;
export type ProofFigure = (typeof proofFigures)[number];
export type BeforeAfter = readonly [before: number, after: number];

export interface Proof {
  /** folders of the model and the data set, and the SHA-256 of the model */
  readonly model: string;
  readonly world: string;
  readonly hash: string;
  readonly seed: number;
  readonly alpha: number;
  /** training steps, and how long they took with the stages before them */
  readonly steps: number;
  readonly seconds: number;
  /** a name of the text, and what the translation writes instead */
  readonly swap: { readonly term: string; readonly translation: string };
  /** those that were evaluated */
  readonly figures: Readonly<Partial<Record<ProofFigure, BeforeAfter>>>;
  /** the steps after which the model was asked; the first is 0, the last is `steps` */
  readonly looks: readonly number[];
  readonly sentences: readonly ProofSentence[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const pair = v.tuple([v.number(), v.number()]);

/** [text, probability] */
const likely = v.pipe(
  v.tuple([v.string(), v.number()]),
  v.transform(([text, probability]) => ({ text, probability })),
);

const schema = v.object({
  format: v.literal(PROOF_FORMAT),
  version: v.literal(PROOF_VERSION),
  model: v.string(),
  world: v.string(),
  hash: v.string(),
  seed: v.number(),
  alpha: v.number(),
  steps: count,
  seconds: v.number(),
  swap: v.object({ term: v.string(), translation: v.string() }),
  figures: v.object({
    answers: v.exactOptional(pair),
    neighbour: v.exactOptional(pair),
    general: v.exactOptional(pair),
  }),
  looks: v.pipe(v.array(count), v.minLength(2)),
  sentences: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(sentenceKinds),
        prompt: v.string(),
        answer: v.string(),
        next: v.array(v.object({ top: v.array(likely), answer: v.nullable(likely) })),
      }),
    ),
    v.minLength(1),
  ),
});

/** `path` is used in messages. @throws LetheError file/invalid */
export function parseProof(data: unknown, path: string): Proof {
  const mismatch = (expected: string, got: string): never => fail('file/invalid', { path, expected, got });
  const {
    format: _,
    version: __,
    ...proof
  } = validate(schema, data, ({ field, expected, got }) => mismatch(`${expected} at ${field}`, got));
  const { looks, sentences } = proof;
  const uneven = sentences.find(({ next }) => next.length !== looks.length);
  if (uneven) mismatch(`${looks.length} looks at "${uneven.prompt}"`, `${uneven.next.length}`);
  return proof;
}
