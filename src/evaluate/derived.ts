/** Metrics derived from other metrics, some of them in comparison with the gold model. */
import { forgetQuality } from './forget-quality';
import { metricResult, type Metrics } from './metric-results';
import { mean } from './mean';
import type { MetricName } from './metric-catalogue';
import { modelUtility } from './model-utility';
import { privLeak } from './priv-leak';

/**
 * Model utility of a variant: the harmonic mean of general ability, accuracy on the neighbour set, the probability of its
 * true answers, and the per-token probability of everyday text. Nothing if one of them was not measured.
 */
export function utilityOf(metrics: Metrics): Metrics {
  const perplexity = aggregate(metrics, 'perplexity');
  const items = Object.values(metrics.neighbour?.value.value_by_index ?? {});
  const parts = [
    aggregate(metrics, 'general'),
    aggregate(metrics, 'neighbour'),
    mean(items.flatMap(({ parts }) => parts?.probability ?? [])),
    perplexity === null ? null : 1 / perplexity,
  ];
  const known = parts.flatMap((part) => part ?? []);
  return known.length < parts.length ? {} : { modelUtility: metricResult(modelUtility(known), []) };
}

/** Forget quality and PrivLeak of a variant; nothing without metrics of a gold model. */
export function besideGold(metrics: Metrics, gold: Metrics | null): Metrics {
  if (!gold) return {};
  const ratios = scores(metrics, 'truthRatio');
  const leak = privLeak(aggregate(metrics, 'membershipAuc'), aggregate(gold, 'membershipAuc'));
  return {
    ...(ratios.length > 0
      ? { forgetQuality: metricResult(forgetQuality(ratios, scores(gold, 'truthRatio')), []) }
      : {}),
    ...(leak === null ? {} : { privLeak: metricResult(leak, []) }),
  };
}

function aggregate(metrics: Metrics, name: MetricName): number | null {
  return metrics[name]?.value.agg_value ?? null;
}

function scores(metrics: Metrics, name: MetricName): number[] {
  return Object.values(metrics[name]?.value.value_by_index ?? {}).flatMap(({ score }) => score ?? []);
}
