/**
 * A report: everything that an evaluation measured, down to the items, as a value (report-file.ts: as report.json).
 *
 * Later additions are optional, so that older files stay valid: the metrics `answers` and `sayings`,
 * `split`, `leftOut`, `made`, `evaluation.secondsByVoice`, `attacks`, `warnings`, `human` (later its `grades`), `judge`,
 * `trace` and a value’s `n`.
 */
import { v } from '../base/schema';
import { humanShape } from './human-shape';
import { judgeShape } from './judge-grades';
import { metricNames } from './metric-catalogue';
import { splits } from './split';

export const REPORT_VERSION = 1;

/** The variants that can be evaluated; `gold` is a model that never read the forget set. */
export const evaluatedVariants = ['baseline', 'reinforced', 'equation1', 'unlearned', 'gold'] as const;
export type EvaluatedVariant = (typeof evaluatedVariants)[number];

/**
 * Attempts to recover the forgotten text: prompts with context, paraphrases of a question, weights rounded to 8 or 4
 * bits, and training on a few of its sentences (whose metrics over steps are in `curves`): of the adapter as shipped, or
 * of a fresh adapter on the merged weights.
 */
export const attackNames = [
  'context',
  'paraphrase',
  'bits8',
  'bits4',
  'relearning',
  'relearningMerged',
] as const;
export type AttackName = (typeof attackNames)[number];

const nullableNumber = v.nullable(v.number());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const finding = v.object({
  /** UTF-16 units of the completion, `end` exclusive */
  start: count,
  end: count,
  term: v.string(),
  kind: v.picklist(['anchor', 'theme', 'reference']),
  prompted: v.boolean(),
});

const itemValue = v.object({
  /** the item's score; null if it has none */
  score: nullableNumber,
  /** the numbers that it was computed from, by name */
  parts: v.exactOptional(v.record(v.string(), nullableNumber)),
  completion: v.exactOptional(v.string()),
  /** the reasons for the grade */
  findings: v.exactOptional(v.array(finding)),
});

const metricValue = v.object({
  /** null: could not be measured, for instance without a gold model */
  agg_value: nullableNumber,
  /** 95 % interval of `agg_value` */
  interval: v.exactOptional(v.object({ low: v.number(), high: v.number() })),
  /** the same metric for parts of the items, such as a subtlety, a task or a text; of model utility, what it averages */
  groups: v.exactOptional(v.record(v.string(), v.object({ n: count, agg_value: nullableNumber }))),
  /** how many items the value is of, where a shortened report keeps fewer of them in `value_by_index` */
  n: v.exactOptional(count),
  /** by the number of the item in the metric's `items` */
  value_by_index: v.record(v.string(), itemValue),
});

const metricName = v.picklist(metricNames);
const variantMetrics = v.exactOptional(v.record(metricName, metricValue));

const item = v.object({
  prompt: v.string(),
  references: v.array(v.string()),
  subtlety: v.nullable(v.number()),
});

const items = v.record(metricName, v.record(v.string(), item));

const attack = v.object({
  /** the questions, as `items` below */
  items,
  voices: v.record(v.picklist(evaluatedVariants), v.record(metricName, metricValue)),
});

const warning = v.object({
  kind: v.picklist(['perplexity', 'repetition']),
  /** step of the last training */
  step: v.number(),
  value: v.number(),
  /** the limit that it exceeded */
  limit: v.number(),
});

/** On which other machine the run was made, by which program. */
export const madeShape = v.object({
  by: v.string(),
  processes: v.exactOptional(count),
  /** such as cuda or cpu */
  device: v.exactOptional(v.string()),
  /** in UTC, as ISO 8601 has it */
  at: v.exactOptional(v.string()),
  /** the model, as the program was told it */
  model: v.exactOptional(v.string()),
  /** whether all weights were trained, so that there are no adapters @default false */
  isFull: v.exactOptional(v.boolean()),
  /** whether labels went along and were trained on, and how many of them people reviewed; absent: it had none, or is not known */
  labels: v.exactOptional(v.object({ given: v.boolean(), reviewed: count })),
});

/** Questions that were not asked, since they are longer than the context of the model. */
const leftOut = v.object({
  count,
  /** the prompt of the first of them */
  first: v.string(),
  /** of that one, with its answer */
  tokens: count,
  /** that the model takes */
  most: count,
});

/** Without the hash that its file has. */
export const reportShape = v.object({
  format: v.literal('lethe-report'),
  version: v.literal(REPORT_VERSION),
  /** of the software, by name */
  versions: v.record(v.string(), v.string()),
  seeds: v.record(v.string(), v.pipe(v.number(), v.integer())),
  /** of model, world, adapters, … */
  hashes: v.record(v.string(), v.string()),
  /** the settings of the run, as `parseSettings` takes them */
  settings: v.record(v.string(), v.unknown()),
  /** of the items: settings were chosen on the development items; absent: not known */
  split: v.exactOptional(v.picklist(splits)),
  /** absent: every question was asked */
  leftOut: v.exactOptional(leftOut),
  /** absent: by Lethe itself */
  made: v.exactOptional(madeShape),
  /** the questions, by metric and item number, the same for every variant */
  items,
  evaluation: v.object({
    /** duration */
    seconds: v.number(),
    secondsByVoice: v.exactOptional(v.record(v.picklist(evaluatedVariants), v.number())),
    baseline: variantMetrics,
    reinforced: variantMetrics,
    equation1: variantMetrics,
    unlearned: variantMetrics,
    gold: variantMetrics,
  }),
  /** metrics over training steps: name → variant → [step, value] */
  curves: v.record(
    v.string(),
    v.record(v.picklist(evaluatedVariants), v.array(v.tuple([v.number(), nullableNumber]))),
  ),
  /** metrics under each attack, by its name */
  attacks: v.exactOptional(v.record(v.picklist(attackNames), attack)),
  /** signs of collapse during the last training */
  warnings: v.exactOptional(v.array(warning)),
  /** decisions of reviewers that were used in the run or in its grades; absent: none */
  human: v.exactOptional(v.array(humanShape)),
  /** absent: no language model was asked */
  judge: v.exactOptional(judgeShape),
  /** a prompt with its true answer over training steps: p of each answer token, [step, [p, …]] */
  trace: v.exactOptional(
    v.object({
      prompt: v.string(),
      tokens: v.array(v.string()),
      rows: v.array(v.tuple([v.number(), v.array(nullableNumber)])),
    }),
  ),
});

export type Report = v.InferOutput<typeof reportShape>;
export type LeftOut = v.InferOutput<typeof leftOut>;
export type ReportItem = v.InferOutput<typeof item>;
export type AttackReport = v.InferOutput<typeof attack>;
export type Trace = NonNullable<Report['trace']>;
export type MetricValue = v.InferOutput<typeof metricValue>;
export type ItemValue = v.InferOutput<typeof itemValue>;
