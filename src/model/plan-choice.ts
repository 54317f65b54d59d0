/** Which plan, and which bits of the frozen weights, may be asked for. */
import type { WeightBits } from '../llama/weight-bits';
import { plans } from './execution';

/** `auto`: by the memory that a device offers. */
export const planChoices = ['auto', ...plans] as const;
export type PlanChoice = (typeof planChoices)[number];

/** Bits as they are chosen. */
export const bitChoices = ['32', '16', '8', '4'] as const;
export type BitChoice = (typeof bitChoices)[number];

export const bitsOf: Readonly<Record<BitChoice, WeightBits>> = { 32: 32, 16: 16, 8: 8, 4: 4 };
