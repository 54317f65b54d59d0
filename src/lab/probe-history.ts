/** The measurements of an interrupted training, saved with its checkpoint. */
import { v } from '../base/schema';
import type { ProbeEvent } from './probe-event';

const nullableNumber = v.nullable(v.number());
const step = v.pipe(v.number(), v.integer(), v.minValue(0));

const likely = v.object({ text: v.string(), probability: v.number() });

/** One measurement, as checkpoints and recorded runs hold it. */
export const probeSchema = v.object({
  kind: v.literal('probe'),
  step,
  figures: v.object({
    familiarity: nullableNumber,
    answers: nullableNumber,
    general: nullableNumber,
    perplexity: nullableNumber,
    repetition: nullableNumber,
  }),
  trace: v.array(v.number()),
  warnings: v.array(
    v.object({
      kind: v.picklist(['perplexity', 'repetition']),
      step,
      value: v.number(),
      limit: v.number(),
    }),
  ),
  sentences: v.exactOptional(v.array(v.object({ top: v.array(likely), answer: v.nullable(likely) }))),
});

/** The saved measurements; none if another version wrote them. */
export function parseProbeHistory(saved: readonly unknown[]): ProbeEvent[] {
  const result = v.safeParse(v.array(probeSchema), saved);
  return result.success ? result.output : [];
}
