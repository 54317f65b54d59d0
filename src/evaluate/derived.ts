/** Figures made of other figures, some of them beside the gold model's. */
import { forgetQuality } from './forget-quality';
import { figure, type Figures } from './figures';
import { mean } from './mean';
import type { MetricName } from './metric-catalogue';
import { modelUtility } from './model-utility';
import { privLeak } from './priv-leak';

/**
 * Model utility of a voice: the harmonic mean of its general ability, the neighbour's right answers, the probability
 * of the neighbour's true answers and that of everyday text, per token. Nothing if one of them was not measured.
 */
export function utilityOf(figures: Figures): Figures {
  const perplexity = aggregate(figures, 'perplexity');
  const items = Object.values(figures.neighbour?.value.value_by_index ?? {});
  const parts = [
    aggregate(figures, 'general'),
    aggregate(figures, 'neighbour'),
    mean(items.flatMap(({ parts }) => parts?.probability ?? [])),
    perplexity === null ? null : 1 / perplexity,
  ];
  const known = parts.flatMap((part) => part ?? []);
  return known.length < parts.length ? {} : { modelUtility: figure(modelUtility(known), []) };
}

/** Forget quality and PrivLeak of a voice; nothing without a gold model's figures. */
export function besideGold(figures: Figures, gold: Figures | null): Figures {
  if (!gold) return {};
  const ratios = scores(figures, 'truthRatio');
  const leak = privLeak(aggregate(figures, 'membershipAuc'), aggregate(gold, 'membershipAuc'));
  return {
    ...(ratios.length > 0
      ? { forgetQuality: figure(forgetQuality(ratios, scores(gold, 'truthRatio')), []) }
      : {}),
    ...(leak === null ? {} : { privLeak: figure(leak, []) }),
  };
}

function aggregate(figures: Figures, name: MetricName): number | null {
  return figures[name]?.value.agg_value ?? null;
}

function scores(figures: Figures, name: MetricName): number[] {
  return Object.values(figures[name]?.value.value_by_index ?? {}).flatMap(({ score }) => score ?? []);
}
