/** Whether weights fit a config. */
import { sameShape, show } from '../base/shape';
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
  for (const [name, shape] of weightShapes(config)) {
    const found = weights.get(name) ?? fail('weights/missing', { name });
    if (!sameShape(found.shape, shape))
      fail('weights/shape', { name, expected: show(shape), got: show(found.shape) });
    const odd = notFinite(found.data);
    if (odd !== undefined) fail('weights/not-finite', { name, got: String(odd) });
    yield [name, found];
  }
}

/** The first number that is infinite or none. By index: of a hundred million numbers, other loops take seconds. */
function notFinite(data: Float32Array): number | undefined {
  let i = 0;
  while (i < data.length && Number.isFinite(data[i])) i++;
  return data[i];
}
