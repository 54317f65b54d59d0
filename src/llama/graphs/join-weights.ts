/**
 * Graph: the weights of projections that read the same numbers, one below another, so that a training step on a graphics
 * card computes one product for all of them, forward and backward. Made once for the many steps of a training.
 */
import { fromEntries } from '../../base/records';
import { size } from '../../base/shape';
import { concat, input } from '../../graph/build';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import type { LlamaConfig } from '../config';
import { required } from '../linear';
import type { LoraSettings } from '../lora';
import { frozen } from '../parameters';
import { projectionGroups, type Projection } from '../projections';
import { moduleName, projectionShape } from '../weights';

/** The name of weights that are joined, by the first of their modules. */
export type JoinedName = `joined.${string}`;

/** Modules whose weights are joined. */
interface Joined {
  readonly name: JoinedName;
  readonly modules: readonly string[];
  /** [Σ out, in] */
  readonly shape: readonly [number, number];
}

/** Several modules that read the same numbers, where all of them have an adapter. */
function joinedModules(config: LlamaConfig, { targets }: LoraSettings): Joined[] {
  const groups: readonly (readonly Projection[])[] = projectionGroups;
  const whole = groups.filter(
    (group) => group.length > 1 && group.every((projection) => targets.includes(projection)),
  );
  return Array.from({ length: config.layers }, (_, layer) => layer).flatMap((layer) =>
    whole.map((group): Joined => {
      const modules = group.map((projection) => moduleName(layer, projection));
      const shapes = group.map((projection) => projectionShape(config, projection));
      const out = shapes.reduce((sum, [rows]) => sum + rows, 0);
      return { name: `joined.${modules[0] ?? ''}`, modules, shape: [out, shapes[0]?.[1] ?? 0] };
    }),
  );
}

/** → the weights of q, k and v, and those of gate and up, of each layer: [Σ out, in] each. */
export function joinWeightsGraph(config: LlamaConfig, lora: LoraSettings): Graph<never, JoinedName> {
  const loaded = frozen(config, () => null);
  const outputs = joinedModules(config, lora).map(({ name, modules }): [JoinedName, Value] => [
    name,
    concat(
      modules.map((module) => required(loaded, `${module}.weight`)),
      0,
    ),
  ]);
  return graph({}, fromEntries(outputs));
}

/** Joined weights as inputs, by name and by their modules. */
export function joinedInputs(
  config: LlamaConfig,
  lora: LoraSettings,
): {
  readonly inputs: Readonly<Record<JoinedName, InputValue>>;
  readonly of: (modules: readonly string[]) => Value | null;
} {
  const made = joinedModules(config, lora).map((one) => ({
    ...one,
    value: input(one.name, 'f32', one.shape),
  }));
  return {
    inputs: fromEntries(made.map(({ name, value }) => [name, value])),
    of: (modules) => made.find((one) => one.modules[0] === modules[0])?.value ?? null,
  };
}

/** Bytes of all joined weights. */
export const joinedBytes = (config: LlamaConfig, lora: LoraSettings): number =>
  joinedModules(config, lora).reduce((sum, { shape }) => sum + 4 * size(shape), 0);
