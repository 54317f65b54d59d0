/** A stage drawn to its end, with everything it reported. */
import type { LabEvent, WriteEvent } from '../../src/lab/events';
import type { ProbeEvent } from '../../src/lab/probe-event';

export interface Seen<R> {
  readonly result: R;
  readonly seconds: number;
  readonly losses: readonly number[];
  /** tokens of one training step, 0 without training */
  readonly tokens: number;
  readonly probes: readonly ProbeEvent[];
  readonly written: WriteEvent['written'];
}

export async function seen<R>(stage: AsyncGenerator<LabEvent, R>): Promise<Seen<R>> {
  const start = performance.now();
  const events: LabEvent[] = [];
  for (;;) {
    const next = await stage.next();
    if (next.done) {
      const steps = events.flatMap((event) => (event.kind === 'step' ? [event] : []));
      return {
        result: next.value,
        seconds: (performance.now() - start) / 1000,
        losses: steps.map(({ loss }) => loss),
        tokens: steps[0]?.tokens ?? 0,
        probes: events.flatMap((event) => (event.kind === 'probe' ? [event] : [])),
        written: events.flatMap((event) => (event.kind === 'write' ? event.written : [])),
      };
    }
    events.push(next.value);
  }
}
