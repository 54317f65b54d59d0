/**
 * Llama 3.1 and later scale rotary frequencies by wavelength. GGUF stores the result, a divisor for each frequency, and
 * config.json the rule; all published models differ in its factor only.
 */
import type { LlamaConfig } from '../../llama/config';
import { ropeDivisors } from '../../llama/rope';
import type { Blocks } from './read-gguf';

/** As config.json has it, if it is the rule of these divisors, which the caller checks with `isScaledBy`. */
export function scalingBy({ type, bytes }: Blocks): object {
  return {
    rope_type: 'llama3',
    factor: type.read(bytes).reduce((most, divisor) => Math.max(most, divisor), 1),
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: 8192,
  };
}

/** Whether the frequencies of a model are divided by these, up to the rounding of f32. */
export function isScaledBy(config: LlamaConfig, { type, bytes }: Blocks): boolean {
  const stored = type.read(bytes);
  const divisors = ropeDivisors(config);
  return (
    stored.length === divisors.length &&
    divisors.every((divisor, i) => Math.abs(divisor - (stored[i] ?? Number.NaN)) <= 1e-4 * divisor)
  );
}
