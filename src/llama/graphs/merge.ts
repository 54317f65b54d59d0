/** Graph: an adapter of the bank added to the weights, once for the many runs of one variant: W + scale · B A. */
import { add, input, matMul, mul, scalar } from '../../graph/build';
import { fromEntries } from '../../base/records';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import type { LlamaConfig } from '../config';
import { adapterLayout, factors, type LoraSettings } from '../lora';
import { frozen } from '../parameters';
import { required, type Parameters } from '../linear';
import { weightShapes } from '../weights';
import { bankInputs } from './bank';

/** The name of a weight to which an adapter has been added, by its own name. */
export type MergedName = `merged.${string}`;
const mergedName = (weight: string): MergedName => `merged.${weight}`;

export interface MergeShape {
  readonly lora: LoraSettings;
  /** M, adapters in the bank */
  readonly bank: number;
}

/** bank f32 [M, P], rows i32 [1] (the adapter) → every weight that has an adapter, with it. */
export function mergeGraph(
  config: LlamaConfig,
  { lora, bank: M }: MergeShape,
): Graph<'bank' | 'rows', MergedName> {
  const shape = { batch: 1, length: 1, lora, bank: M, oneVariant: true };
  const { bank, rows, adapter } = bankInputs(config, shape);
  const loaded = frozen(config, adapter);
  const outputs = modules(config, lora).map((module): [MergedName, Value] => {
    const name = `${module}.weight`;
    const weight = required(loaded, name);
    const pair = adapter(module);
    return [mergedName(name), pair ? add(weight, mul(matMul(pair.B, pair.A), scalar(pair.scale))) : weight];
  });
  return graph({ bank, rows }, fromEntries(outputs), fuse);
}

/** Weights with an adapter as inputs, all others as they are. */
export function mergedInputs(
  config: LlamaConfig,
  lora: LoraSettings,
): { readonly inputs: Readonly<Record<MergedName, InputValue>>; readonly parameters: Parameters } {
  const shapes = weightShapes(config);
  const inputs = new Map(
    modules(config, lora).map((module): [MergedName, InputValue] => {
      const name = `${module}.weight`;
      return [mergedName(name), input(mergedName(name), 'f32', shapes.get(name) ?? [])];
    }),
  );
  const loaded = frozen(config, () => null);
  return {
    inputs: fromEntries(inputs),
    parameters: { ...loaded, weight: (name) => inputs.get(mergedName(name)) ?? loaded.weight(name) },
  };
}

/** Those that have an adapter. */
const modules = (config: LlamaConfig, lora: LoraSettings): string[] => [
  ...factors(adapterLayout(config, lora).parts).keys(),
];
