/** Which parts of an evaluation run, and how much work they are. */
import type { evaluationParts } from '../../lab/evaluate-input';

export const scopes = [
  'core',
  'attacks',
  'full',
] as const satisfies readonly (keyof typeof evaluationParts)[];
export type Scope = (typeof scopes)[number];

/**
 * The work in blocks of a training step, measured in the browser on two threads of WASM: on the shipped data set, with
 * its gold model; and on a text of the user’s own, which has neither, nor most of the questions.
 */
const MEASURED = { shipped: { core: 1200, attacks: 1200 }, own: { core: 550, attacks: 50 } };

export function scopeWork(scope: Scope, isOwnText: boolean): number {
  const { core, attacks } = MEASURED[isOwnText ? 'own' : 'shipped'];
  return { core, attacks, full: core + attacks }[scope];
}
