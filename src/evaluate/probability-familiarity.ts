/** Probability familiarity: how much the next token would give away (arXiv 2310.02238). */
import { mean } from './mean';

/** Next tokens that only a reader of the forget set would expect, and those that anyone would. */
export interface TokenSets {
  readonly familiar: Iterable<number>;
  readonly generic: Iterable<number>;
}

/** Probability mass of each set; 0 … 1. */
export interface Mass {
  readonly familiar: number;
  readonly generic: number;
}

export interface ProbabilityFamiliarity extends Mass {
  /** mean over prompts of familiar / (familiar + generic), without prompts where both are zero */
  readonly share: number | null;
}

/**
 * The mass on both sets of one prompt, from the `probabilities` [V] of the next token. A token counts once, even if
 * listed several times, and not at all if it is in both sets; ids outside the vocabulary have probability 0. An empty set
 * has mass 0.
 */
export function familiarMass(probabilities: ArrayLike<number>, sets: TokenSets): Mass {
  const familiar = new Set(sets.familiar);
  const generic = new Set(sets.generic);
  const massOf = (ids: ReadonlySet<number>, others: ReadonlySet<number>): number =>
    [...ids].reduce((sum, id) => (others.has(id) ? sum : sum + (probabilities[id] ?? 0)), 0);
  return { familiar: massOf(familiar, generic), generic: massOf(generic, familiar) };
}

/** familiar / (familiar + generic) of one prompt; null if both are zero. */
export function familiarShare({ familiar, generic }: Mass): number | null {
  return familiar + generic === 0 ? null : familiar / (familiar + generic);
}

/** The means over all prompts; null for no prompts. */
export function probabilityFamiliarity(masses: readonly Mass[]): ProbabilityFamiliarity | null {
  const familiar = mean(masses.map((mass) => mass.familiar));
  const generic = mean(masses.map((mass) => mass.generic));
  if (familiar === null || generic === null) return null;
  return { familiar, generic, share: mean(masses.flatMap((mass) => familiarShare(mass) ?? [])) };
}
