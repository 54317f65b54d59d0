/** An attack: an attempt to recover what was forgotten. */
import type { LoraSettings } from '../../llama/lora';
import type { Adapter } from '../../model/adapter-bank';
import type { HostWeights } from '../../model/host-weights';
import type { EvalContext } from '../eval-context';
import type { Metrics } from '../metric-results';
import type { EvaluatedVariant } from '../report';

export interface AttackContext extends EvalContext {
  /** of the evaluated model */
  readonly weights: HostWeights;
  /** the adapter of the evaluated variant; null if it has none */
  readonly adapter: Adapter | null;
  /** for the adapters that an attack trains */
  readonly lora: LoraSettings;
}

/** Metrics over the steps of an attack: name → [step, value]. */
type Curves = Readonly<Record<string, readonly (readonly [number, number | null])[]>>;

export interface AttackOutcome {
  readonly metrics: Metrics;
  readonly curves?: Curves;
}

export interface Attack {
  /** the variants that it can be run on */
  readonly variants: readonly EvaluatedVariant[];
  /** number of items; 0: nothing to run */
  readonly count: (context: AttackContext) => number;
  readonly run: (context: AttackContext, signal: AbortSignal) => AsyncGenerator<number, AttackOutcome>;
}
