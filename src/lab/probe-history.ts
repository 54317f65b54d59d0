/** What was watched of a training that is broken off belongs to its checkpoint. */
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

/** The looks in what was kept; none if another version wrote it. */
export function parseProbeHistory(saved: readonly unknown[]): ProbeEvent[] {
  const result = v.safeParse(probes, saved);
  return result.success ? result.output : [];
}
