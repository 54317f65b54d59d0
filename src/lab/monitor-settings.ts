/** How a training is monitored, and when it ends early. */
import { fail } from './error-catalogue';
import { v, validate } from '../base/schema';

const schema = v.object({
  /** training steps between two evaluations */
  every: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** completion familiarity, 0 … 5, at or below which training ends early; by default it never does */
  until: v.nullish(v.pipe(v.number(), v.minValue(0)), null),
  /** whether training ends early when it damages other knowledge */
  stopOnCollapse: v.nullish(v.boolean(), false),
});

export type MonitorInput = v.InferInput<typeof schema>;
export type MonitorSettings = v.InferOutput<typeof schema>;

/** @throws LetheError settings/invalid */
export function parseMonitor(data: unknown): MonitorSettings {
  return validate(schema, data, (mismatch) =>
    fail('settings/invalid', { ...mismatch, field: `monitor.${mismatch.field}` }),
  );
}
