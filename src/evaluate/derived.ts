/** Metrics derived from other metrics, some of them in comparison with the gold model. */
import { entriesOf } from '../base/records';
import { forgetQuality } from './forget-quality';
import { metricResult, type MetricResult, type Metrics } from './metric-results';
import { mean } from './mean';
import type { MetricName } from './metric-catalogue';
import { modelUtility } from './model-utility';
import { privLeak } from './priv-leak';
import { keepsAll } from './measured';

/**
 * Model utility of a variant: the harmonic mean of the four numbers in its groups. TOFU and OpenUnlearning average nine
 * others: probability, ROUGE-L recall and truth ratio on three data sets, which a world does not have. Nothing if one of
 * the four was not measured.
 */
export function utilityOf(metrics: Metrics): Metrics {
  const { general, neighbour, perplexity } = metrics;
  const ofTruth = Object.values(neighbour?.value.value_by_index ?? {}).flatMap(
    ({ parts }) => parts?.probability ?? [],
  );
  const everyday = aggregate(metrics, 'perplexity');
  const parts = {
    tasks: { n: countOf(general), agg_value: aggregate(metrics, 'general') },
    neighbour: { n: countOf(neighbour), agg_value: aggregate(metrics, 'neighbour') },
    'probability of the neighbour': { n: ofTruth.length, agg_value: mean(ofTruth) },
    '1 / perplexity': { n: countOf(perplexity), agg_value: everyday === null ? null : 1 / everyday },
  };
  const known = Object.values(parts).flatMap(({ agg_value }) => agg_value ?? []);
  if (known.length < Object.keys(parts).length) return {};
  return { modelUtility: metricResult(modelUtility(known), [], { groups: parts }) };
}

function countOf(result: MetricResult | undefined): number {
  return Object.keys(result?.value.value_by_index ?? {}).length;
}

/** Forget quality, and the truth ratio that it compares. */
const qualityOf = { forgetQuality: 'truthRatio', forgetQualityGeometric: 'truthRatioGeometric' } as const;

/** Forget quality and PrivLeak of a variant; nothing without metrics of a gold model. */
export function besideGold(metrics: Metrics, gold: Metrics | null): Metrics {
  if (!gold) return {};
  const qualities = entriesOf(qualityOf).flatMap(
    ([quality, ratio]): (readonly [MetricName, MetricResult])[] => {
      const [ratios, ofGold] = [scores(metrics, ratio), scores(gold, ratio)];
      return ratios.length > 0 && ofGold.length > 0
        ? [[quality, metricResult(forgetQuality(ratios, ofGold), [])]]
        : [];
    },
  );
  const leak = privLeak(aggregate(metrics, 'membershipAuc'), aggregate(gold, 'membershipAuc'));
  return {
    ...Object.fromEntries(qualities),
    ...(leak === null ? {} : { privLeak: metricResult(leak, []) }),
  };
}

function aggregate(metrics: Metrics, name: MetricName): number | null {
  return metrics[name]?.value.agg_value ?? null;
}

/** None if only a part of the items is kept: a test of these has another p-value than one of all. */
function scores(metrics: Metrics, name: MetricName): number[] {
  const value = metrics[name]?.value;
  if (!value || !keepsAll(value)) return [];
  return Object.values(value.value_by_index).flatMap(({ score }) => score ?? []);
}
