/**
 * A recorded run of the shipped data set: the results of a real run, saved as data, so that every screen has real
 * figures to show before a model is loaded. `npm run record` makes it.
 */
import { fail } from '../files/errors';
import { v, validate } from '../base/schema';
import type { LikelyToken } from '../evaluate/next-token';
import type { WrittenToken } from '../lab/events';
import type { Measures } from '../lab/measures';
import type { ProbeEvent } from '../lab/probe-event';
import type { LabelSummary } from '../unlearn/record';
import { probeSchema } from '../lab/probe-history';
import { sentenceKinds, type SentenceKind } from './proof';
import { parseSettings, type RunSettings } from '../methods/settings';

export const RECORDED_FORMAT = 'lethe-recorded-run';
export const RECORDED_VERSION = 1;

/** The variants; gold is a model that was never trained on the text. */
export const recordedVariants = ['baseline', 'reinforced', 'equation1', 'unlearned', 'gold'] as const;
export type RecordedVariant = (typeof recordedVariants)[number];

/** The course of one training. */
export interface RecordedTraining {
  readonly seconds: number;
  /** of every step */
  readonly losses: readonly number[];
  /** tokens of one step */
  readonly tokens: number;
}

/** A prompt with the completion of every variant. */
export interface RecordedAnswer {
  /** what it is about; about the text to forget in recordings of version 0.2 */
  readonly kind: SentenceKind;
  readonly prompt: string;
  /** the correct names */
  readonly references: readonly string[];
  readonly tokens: Readonly<Record<RecordedVariant, readonly WrittenToken[]>>;
  /** what equation 1 completes with other α, ascending; tokens without their alternatives */
  readonly byAlpha: readonly { readonly alpha: number; readonly tokens: readonly WrittenToken[] }[];
}

export interface RecordedRun {
  /** when and on which device it was made */
  readonly made: { readonly date: string; readonly backend: string; readonly threads: number };
  readonly settings: RunSettings;
  /** folders of the model and the data set, and the SHA-256 of their contents */
  readonly model: string;
  readonly world: string;
  readonly hashes: { readonly model: string; readonly world: string };
  readonly parameters: number;
  readonly reinforce: RecordedTraining;
  /** of all blocks; the records of some are in a separate file */
  readonly label: { readonly seconds: number; readonly summary: LabelSummary };
  readonly unlearn: RecordedTraining & { readonly probes: readonly ProbeEvent[] };
  /** the baseline, and the unlearned variant */
  readonly measures: { readonly before: Measures; readonly after: Measures };
  readonly answers: readonly RecordedAnswer[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const measures = v.object({ names: v.number(), perplexity: v.number() });
const training = { seconds: v.number(), losses: v.array(v.number()), tokens: count };

/** [text, probability] */
const likely = v.pipe(
  v.tuple([v.string(), v.number()]),
  v.transform(([text, probability]): LikelyToken => ({ text, probability })),
);
/** [text, probability, the likeliest] */
const token = v.pipe(
  v.tuple([v.string(), v.number(), v.array(likely)]),
  v.transform(([text, probability, top]): WrittenToken => ({ text, probability, top })),
);
const tokens = v.array(token);
/** [text, probability] */
const written = v.pipe(
  likely,
  v.transform((one): WrittenToken => ({ ...one, top: [] })),
);

const schema = v.object({
  format: v.literal(RECORDED_FORMAT),
  version: v.literal(RECORDED_VERSION),
  made: v.object({ date: v.string(), backend: v.string(), threads: count }),
  settings: v.unknown(),
  model: v.string(),
  world: v.string(),
  hashes: v.object({ model: v.string(), world: v.string() }),
  parameters: count,
  reinforce: v.object(training),
  label: v.object({
    seconds: v.number(),
    summary: v.object({ positions: count, supervised: count, changed: count, movedByEquation1: count }),
  }),
  unlearn: v.object({ ...training, probes: v.array(probeSchema) }),
  measures: v.object({ before: measures, after: measures }),
  answers: v.array(
    v.object({
      kind: v.optional(v.picklist(sentenceKinds), 'forget'),
      prompt: v.string(),
      references: v.array(v.string()),
      tokens: v.object({
        baseline: tokens,
        reinforced: tokens,
        equation1: tokens,
        unlearned: tokens,
        gold: tokens,
      }),
      byAlpha: v.optional(v.array(v.object({ alpha: v.number(), tokens: v.array(written) })), []),
    }),
  ),
});

/** `path` is used in messages. @throws LetheError file/invalid, settings/invalid */
export function parseRecordedRun(data: unknown, path: string): RecordedRun {
  const {
    format: _,
    version: __,
    settings,
    ...run
  } = validate(schema, data, (mismatch) =>
    fail('file/invalid', { path, expected: `${mismatch.expected} at ${mismatch.field}`, got: mismatch.got }),
  );
  return { ...run, settings: parseSettings(settings) };
}
