/** How a training is monitored, and when it ends early. */
import { fail } from './error-catalogue';
import { v, validate } from '../base/schema';

const schema = v.object({
  /** training steps between two evaluations; `doubling`: after 0, 1, 2, 4, 8 … steps, as most is forgotten early */
  every: v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('doubling')]),
  /** completion familiarity, 0 … 5, at or below which training ends early; by default it never does */
  until: v.nullish(v.pipe(v.number(), v.minValue(0)), null),
  /** whether training ends early when it damages other knowledge */
  stopOnCollapse: v.nullish(v.boolean(), false),
  /** sentences whose likeliest next words are read at each evaluation */
  sentences: v.nullish(v.array(v.object({ prompt: v.string(), answer: v.nullable(v.string()) })), []),
});

export type MonitorInput = v.InferInput<typeof schema>;
export type MonitorSettings = v.InferOutput<typeof schema>;

/** A sentence with a gap at its end, and the word that belongs there; null if that is not known. */
export type WatchedSentence = MonitorSettings['sentences'][number];

/** Whether the forgetting is evaluated after `step` training steps. */
export function isDue(every: MonitorSettings['every'], step: number): boolean {
  return every === 'doubling' ? Number.isInteger(Math.log2(Math.max(step, 1))) : step % every === 0;
}

/** @throws LetheError settings/invalid */
export function parseMonitor(data: unknown): MonitorSettings {
  return validate(schema, data, (mismatch) =>
    fail('settings/invalid', { ...mismatch, field: `monitor.${mismatch.field}` }),
  );
}
