/** Whether weights fit a config. */
import { sameShape, show, type Shape } from '../base/shape';
import type { StoredWeight } from '../files/safetensors';
import type { LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import { fail } from './errors';
import type { HostWeight, HostWeights } from './host-weights';

/**
 * The weights that `config` requires, one after another, each checked.
 * @throws LetheError weights/missing, weights/shape or weights/not-finite
 */
export function* checkedWeights(
  config: LlamaConfig,
  weights: HostWeights,
): Generator<readonly [string, HostWeight]> {
  for (const [name, shape] of weightShapes(config)) yield [name, finite(name, fitting(name, shape, weights))];
}

/**
 * The same, each read from its file when it is asked for. Names and shapes are checked before the first is read.
 * @throws LetheError likewise, and file/missing if the file is gone
 */
export async function* readChecked(
  config: LlamaConfig,
  stored: ReadonlyMap<string, StoredWeight>,
): AsyncGenerator<readonly [string, HostWeight]> {
  const weights = [...weightShapes(config)].map(
    ([name, shape]) => [name, fitting(name, shape, stored)] as const,
  );
  for (const [name, weight] of weights)
    yield [name, finite(name, { shape: weight.shape, data: await weight.read() })];
}

function fitting<W extends { readonly shape: Shape }>(
  name: string,
  shape: Shape,
  weights: ReadonlyMap<string, W>,
): W {
  const found = weights.get(name) ?? fail('weights/missing', { name });
  if (!sameShape(found.shape, shape))
    fail('weights/shape', { name, expected: show(shape), got: show(found.shape) });
  return found;
}

function finite(name: string, weight: HostWeight): HostWeight {
  const odd = notFinite(weight.data);
  return odd === undefined ? weight : fail('weights/not-finite', { name, got: String(odd) });
}

/** The first number that is infinite or none. By index: of a hundred million numbers, other loops take seconds. */
function notFinite(data: Float32Array): number | undefined {
  let i = 0;
  while (i < data.length && Number.isFinite(data[i])) i++;
  return data[i];
}
