/** Which parts of an evaluation run, and how long they take. */
import type { evaluationParts } from '../../lab/evaluate-input';

export const scopes = [
  'core',
  'attacks',
  'full',
] as const satisfies readonly (keyof typeof evaluationParts)[];
export type Scope = (typeof scopes)[number];

/**
 * The work on the shipped data set, in blocks of a training step; measured in the browser, on two threads of WASM. For
 * a custom text, the estimate is less accurate; the evaluation is not affected.
 */
const MEASURED = { core: 4000, attacks: 4000 };
export const scopeWork: Readonly<Record<Scope, number>> = {
  ...MEASURED,
  full: MEASURED.core + MEASURED.attacks,
};

/** Seconds, from how long a training step of `batch` blocks took on this device; null before the first step. */
export function scopeSeconds(scope: Scope, secondsPerStep: number | null, batch: number): number | null {
  return secondsPerStep === null ? null : (scopeWork[scope] * secondsPerStep) / batch;
}
