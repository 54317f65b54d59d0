/** How votes can be counted: the names of the methods, apart from what they compute (advice.ts). */
export const aggregationNames = ['majority', 'one-coin', 'dawid-skene'] as const;
export type AggregationMethod = (typeof aggregationNames)[number];
