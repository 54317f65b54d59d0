/** Graph: adapters of the bank added to the weights, once for the many tokens of a text: W + scale · B A. */
import { add, input, matMul, mul, scalar, transposeLast } from '../../graph/build';
import { fromEntries } from '../../base/records';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import type { LlamaConfig } from '../config';
import { adapterLayout, factors, type LoraPair, type LoraSettings } from '../lora';
import { frozen } from '../parameters';
import { required, type Parameters } from '../linear';
import { weightShapes } from '../weights';
import { bankInputs, type BankedShape } from './bank';

/** The name of a weight to which an adapter has been added, by its own name. */
export type MergedName = `merged.${string}`;
const mergedName = (weight: string): MergedName => `merged.${weight}`;

export type MergeShape = Omit<BankedShape, 'length'>;

/**
 * bank f32 [M, P], rows i32 [1] → every weight that has an adapter, with it, [out, in]; where each sequence has its own
 * adapter, rows i32 [B] → one for each, [B, in, out], as products of several matrices take them.
 */
export function mergeGraph(config: LlamaConfig, shape: MergeShape): Graph<'bank' | 'rows', MergedName> {
  const { bank, rows, adapter } = bankInputs(config, { ...shape, length: 1 });
  const loaded = frozen(config, adapter);
  const outputs = modules(config, shape.lora).map((module): [MergedName, Value] => {
    const name = `${module}.weight`;
    const weight = required(loaded, name);
    const pair = adapter(module);
    const merge = shape.oneVariant ? merged : mergedEach;
    return [mergedName(name), pair ? merge(weight, pair) : weight];
  });
  return graph({ bank, rows }, fromEntries(outputs), fuse);
}

const merged = (weight: Value, { A, B, scale }: LoraPair): Value =>
  add(weight, mul(matMul(B, A), scalar(scale)));

const mergedEach = (weight: Value, { A, B, scale }: LoraPair): Value =>
  add(transposeLast(weight), mul(matMul(transposeLast(A), transposeLast(B)), scalar(scale)));

/** Weights with an adapter as inputs, all others as they are. */
export function mergedInputs(
  config: LlamaConfig,
  { lora, batch, oneVariant }: MergeShape,
): { readonly inputs: Readonly<Record<MergedName, InputValue>>; readonly parameters: Parameters } {
  const shapes = weightShapes(config);
  const inputs = new Map(
    modules(config, lora).map((module): [MergedName, InputValue] => {
      const name = `${module}.weight`;
      const [out = 0, into = 0] = shapes.get(name) ?? [];
      const shape = oneVariant ? [out, into] : [batch, into, out];
      return [mergedName(name), input(mergedName(name), 'f32', shape)];
    }),
  );
  const loaded = frozen(config, () => null);
  const found = (name: string): Value | null => inputs.get(mergedName(name)) ?? null;
  const parameters: Parameters = oneVariant
    ? { ...loaded, weight: (name) => found(name) ?? loaded.weight(name) }
    : { ...loaded, weightOfEach: found };
  return { inputs: fromEntries(inputs), parameters };
}

/** Those that have an adapter. */
const modules = (config: LlamaConfig, lora: LoraSettings): string[] => [
  ...factors(adapterLayout(config, lora).parts).keys(),
];
