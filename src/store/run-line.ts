/** A finished evaluation in short: what a table, a chart or a comparison of runs shows of it. */
import { v } from '../base/schema';
import { mean } from '../evaluate/mean';
import { metricNames } from '../evaluate/metric-catalogue';
import { measuredIn } from '../evaluate/measured';
import { evaluatedVariants, madeShape, type Report } from '../evaluate/report';
import { splits, type Split } from '../evaluate/split';

const points = v.array(v.tuple([v.number(), v.nullable(v.number())]));

export const runLineEntries = {
  seed: v.nullable(v.number()),
  /** that the evaluation took */
  seconds: v.number(),
  settings: v.record(v.string(), v.unknown()),
  hashes: v.record(v.string(), v.string()),
  /** every metric, variant by variant */
  figures: v.record(v.picklist(evaluatedVariants), v.record(v.picklist(metricNames), v.nullable(v.number()))),
  /** of which items the figures are; absent: not known */
  split: v.exactOptional(v.picklist(splits)),
  /** on which other machine; absent: by Lethe itself */
  made: v.exactOptional(madeShape),
  /** the accuracy of guessing in the tasks; absent if it is not known */
  guessing: v.exactOptional(v.number()),
  /** over the steps of the last training: `loss`, and the metrics that were watched */
  curves: v.exactOptional(v.record(v.string(), points)),
  /**
   * The folders of model and data set, and whether a text of the user's with its dictionary took the place of that of the
   * data set; absent if labels or prompts were the user's own, or a dictionary for the text of the data set.
   */
  source: v.exactOptional(
    v.object({ model: v.string(), world: v.string(), isOwnText: v.exactOptional(v.boolean()) }),
  ),
};

export type RunLine = v.InferOutput<v.ObjectSchema<typeof runLineEntries, undefined>>;
export type RunSource = NonNullable<RunLine['source']>;

/** Most points of a curve: more than a chart of the usual size can show. */
const MOST_POINTS = 100;

export interface LineOptions {
  /** of every step of the last training @default none are known */
  readonly losses?: readonly number[];
  /** null: more than the settings and the text was the user's own @default null */
  readonly source?: RunSource | null;
  /** of the items that were evaluated; with prompts of the user’s own, the report knows none @default that of the report */
  readonly split?: Split;
}

export function lineOf(report: Report, { losses = [], source = null, split }: LineOptions = {}): RunLine {
  const guessing = guessingIn(report);
  const evaluated = report.split ?? split;
  const loss = losses.map((value, i): [number, number] => [i + 1, value]);
  const watched = Object.entries(report.curves).flatMap(([name, { unlearned }]) =>
    metricNames.some((metric) => metric === name) && unlearned ? [[name, thinned(unlearned)] as const] : [],
  );
  const curves = Object.fromEntries([
    ...(loss.length > 0 ? [['loss', thinned(loss)] as const] : []),
    ...watched,
  ]);
  return {
    seed: report.seeds.run ?? null,
    seconds: report.evaluation.seconds,
    settings: report.settings,
    hashes: report.hashes,
    figures: metricsOf(report),
    ...(evaluated && { split: evaluated }),
    ...(report.made && { made: report.made }),
    ...(guessing === null ? {} : { guessing }),
    ...(Object.keys(curves).length === 0 ? {} : { curves }),
    ...(source ? { source } : {}),
  };
}

function metricsOf(report: Report): RunLine['figures'] {
  const metrics: RunLine['figures'] = {};
  for (const { metric, variant, value } of measuredIn(report))
    metrics[variant] = { ...metrics[variant], [metric]: value.agg_value };
  return metrics;
}

/** From how many options the tasks have; null if the report does not say. */
function guessingIn({ evaluation: { baseline } }: Report): number | null {
  const items = Object.values(baseline?.general?.value_by_index ?? {});
  const options = items.map(({ parts = {} }) => Object.keys(parts).length);
  return options.includes(0) ? null : mean(options.map((count) => 1 / count));
}

/** At most `MOST_POINTS`, evenly, the first and the last among them. */
function thinned<P>(all: readonly P[]): P[] {
  const apart = (all.length - 1) / (MOST_POINTS - 1);
  if (apart <= 1) return [...all];
  const kept = new Set(Array.from({ length: MOST_POINTS }, (_, i) => Math.round(i * apart)));
  return all.filter((_, i) => kept.has(i));
}
