/** What a run came to, in plain figures: the line that it is in a table. */
import type { MetricName } from '../../src/evaluate/metric-catalogue';
import {
  attackNames,
  measuredIn,
  reportVoices,
  type AttackName,
  type Report,
  type ReportVoice,
} from '../../src/evaluate/report';
import type { RunSettings } from '../../src/unlearn/settings';
import type { RunReport } from './run-all';

/** By voice, then by what was measured; null could not be measured. */
export type Plain<K extends string> = Readonly<
  Partial<Record<ReportVoice, Readonly<Partial<Record<K, number | null>>>>>
>;

export interface Result {
  readonly name: string;
  readonly seed: number;
  readonly settings: RunSettings;
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
    hashes: report.hashes,
    seconds: { method: seconds, evaluation: report.evaluation.seconds },
    figures: byVoice((voice) =>
      measuredIn(report).flatMap((one) =>
        one.voice === voice ? [[one.metric, one.value.agg_value] as const] : [],
      ),
    ),
    attacks: byVoice((voice) =>
      attackNames.flatMap((attack) => {
        const value = report.attacks?.[attack]?.voices[voice]?.answers;
        return value ? [[attack, value.agg_value] as const] : [];
      }),
    ),
    curves: report.curves,
  };
}

function byVoice<K extends string>(of: (voice: ReportVoice) => (readonly [K, number | null])[]): Plain<K> {
  return Object.fromEntries(
    reportVoices.flatMap((voice) => {
      const found = of(voice);
      return found.length > 0 ? [[voice, Object.fromEntries(found)]] : [];
    }),
  );
}
