/** The two sources of a graph's parameters: frozen weights with adapters, or one trained vector. */
import { weight } from '../graph/build';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import type { Parameters } from './linear';
import type { LoraPair } from './lora';
import { weightFrom } from './quantized';
import { tableParts } from './tables';
import { EMBEDDING, HEAD, weightShapes } from './weights';

/** Frozen weights by name, with the adapters that `adapter` returns. */
export function frozen(config: LlamaConfig, adapter: (module: string) => LoraPair | null): Parameters {
  const made = new Map(
    [...weightShapes(config)].map(([name, shape]) => [
      name,
      weightFrom(name, shape, config.weightBits, (part, dtype, of) => weight(part, of, dtype)),
    ]),
  );
  const H = config.hiddenSize;
  const tables = new Map(
    [EMBEDDING, HEAD].map((name) => [
      name,
      tableParts(config, name).map((part) => weight(part.name, [part.end - part.start, H], 'f32')),
    ]),
  );
  return {
    weight: (name) => made.get(name) ?? null,
    ...(config.tableRows !== null && { table: (name: string) => tables.get(name) ?? [] }),
    adapter,
  };
}

/** Every weight sliced from one trained vector (pretraining). */
export function trained(weights: ReadonlyMap<string, Value>): Parameters {
  return { weight: (name) => weights.get(name) ?? null, adapter: () => null };
}
