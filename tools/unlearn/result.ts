/** The result of a run in plain numbers, for one row of a table. */
import type { MetricName } from '../../src/evaluate/metric-catalogue';
import { measuredIn } from '../../src/evaluate/measured';
import {
  attackNames,
  evaluatedVariants,
  type AttackName,
  type Report,
  type EvaluatedVariant,
} from '../../src/evaluate/report';
import type { Split } from '../../src/evaluate/split';
import type { RunSettings } from '../../src/methods/settings';
import type { RunReport } from './run-all';

/** By variant, then by metric; null = could not be measured. */
type Plain<K extends string> = Readonly<
  Partial<Record<EvaluatedVariant, Readonly<Partial<Record<K, number | null>>>>>
>;

export interface Result {
  readonly name: string;
  readonly seed: number;
  readonly settings: RunSettings;
  /** of the items; absent if they declare none */
  readonly split?: Split;
  readonly hashes: Report['hashes'];
  /** of the stages together, and of the evaluation */
  readonly seconds: { readonly method: number; readonly evaluation: number };
  readonly figures: Plain<MetricName>;
  /** right answers after each attack */
  readonly attacks: Plain<AttackName>;
  readonly curves: Report['curves'];
}

export function resultOf(name: string, { stages, seed, settings }: RunReport, report: Report): Result {
  const seconds = Object.values(stages).reduce((sum, stage) => sum + (stage?.seconds ?? 0), 0);
  return {
    name,
    seed,
    settings,
    ...(report.split && { split: report.split }),
    hashes: report.hashes,
    seconds: { method: seconds, evaluation: report.evaluation.seconds },
    figures: byVariant((variant) =>
      measuredIn(report).flatMap((one) =>
        one.variant === variant ? [[one.metric, one.value.agg_value] as const] : [],
      ),
    ),
    attacks: byVariant((variant) =>
      attackNames.flatMap((attack) => {
        const value = report.attacks?.[attack]?.voices[variant]?.answers;
        return value ? [[attack, value.agg_value] as const] : [];
      }),
    ),
    curves: report.curves,
  };
}

function byVariant<K extends string>(
  of: (variant: EvaluatedVariant) => (readonly [K, number | null])[],
): Plain<K> {
  return Object.fromEntries(
    evaluatedVariants.flatMap((variant) => {
      const found = of(variant);
      return found.length > 0 ? [[variant, Object.fromEntries(found)]] : [];
    }),
  );
}
