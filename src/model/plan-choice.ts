/** Which plan may be asked for. */
import { plans } from './execution';

/** `auto`: by the memory that a device offers. */
export const planChoices = ['auto', ...plans] as const;
export type PlanChoice = (typeof planChoices)[number];
