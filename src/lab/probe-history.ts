/** The measurements of an interrupted training, saved with its checkpoint. */
import { v } from '../base/schema';
import type { ProbeEvent } from './probe-event';

const nullableNumber = v.nullable(v.number());

const probes = v.array(
  v.object({
    kind: v.literal('probe'),
    step: v.number(),
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
        step: v.number(),
        value: v.number(),
        limit: v.number(),
      }),
    ),
  }),
);

/** The saved measurements; none if another version wrote them. */
export function parseProbeHistory(saved: readonly unknown[]): ProbeEvent[] {
  const result = v.safeParse(probes, saved);
  return result.success ? result.output : [];
}
