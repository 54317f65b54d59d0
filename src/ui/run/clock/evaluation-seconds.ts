/** How long an evaluation takes on this device, by what former runs measured on it. */
import { scopeWork, type Scope } from '../evaluation-scope';
import type { RunState } from '../run-state.svelte';
import { costsOf } from './costs';
import { readRates } from './rates';

/** Null if nothing was timed on this device. */
export function evaluationSeconds(run: RunState, scope: Scope): number | null {
  const cost = costsOf([], readRates(run.deviceName))('evaluate', 'evaluation');
  return cost === null || run.clock.time ? null : cost * scopeWork(scope, run.texts !== null);
}
