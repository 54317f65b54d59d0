/**
 * Llama 3.1 and later scale rotary frequencies by wavelength. GGUF stores the result, a divisor for each frequency, and
 * config.json the rule; all published models differ in its factor only.
 */
import type { LlamaConfig } from '../../llama/config';
import { ropeDivisors } from '../../llama/rope';

/** As config.json has it, if it is the rule of these divisors, which the caller checks with `isScaledBy`. */
export function scalingBy(stored: Float32Array): object {
  return {
    rope_type: 'llama3',
    factor: stored.reduce((most, divisor) => Math.max(most, divisor), 1),
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: 8192,
  };
}

/** Whether the frequencies of a model are divided by these, up to the rounding of f32. */
export function isScaledBy(config: LlamaConfig, stored: Float32Array): boolean {
  const divisors = ropeDivisors(config);
  return (
    stored.length === divisors.length &&
    divisors.every((divisor, i) => Math.abs(divisor - (stored[i] ?? Number.NaN)) <= 1e-4 * divisor)
  );
}
