/** The learning rate over the steps of a training. */
export const schedules = ['linear', 'cosine', 'constant'] as const;
type Schedule = (typeof schedules)[number];

export interface RateSettings {
  /** the highest rate */
  readonly learningRate: number;
  readonly schedule: Schedule;
  /** steps over which the rate rises from 0 */
  readonly warmup: number;
  /** number of all steps */
  readonly steps: number;
}

/** The learning rate at `step`, counted from 0; linear and cosine would reach 0 at `steps`. */
export function rateAt(step: number, { learningRate, schedule, warmup, steps }: RateSettings): number {
  if (step < warmup) return (learningRate * (step + 1)) / (warmup + 1);
  const done = Math.min(1, (step - warmup) / Math.max(1, steps - warmup));
  switch (schedule) {
    case 'constant':
      return learningRate;
    case 'linear':
      return learningRate * (1 - done);
    case 'cosine':
      return (learningRate * (1 + Math.cos(Math.PI * done))) / 2;
  }
}
