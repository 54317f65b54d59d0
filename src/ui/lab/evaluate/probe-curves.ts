/** The measurements of the forgetting so far, as the curves of a report. */
import { entriesOf } from '../../../base/records';
import type { Report } from '../../../evaluate/report';
import type { ProbeEvent } from '../../../lab/probe-event';

/** Each monitored metric over the training steps; one that was never measured is left out. */
export function probeCurves(probes: readonly ProbeEvent[]): Report['curves'] {
  const [first] = probes;
  if (!first) return {};
  return Object.fromEntries(
    entriesOf(first.figures)
      .map(([name]) => {
        const points = probes.map(({ step, figures }): [number, number | null] => [step, figures[name]]);
        return [name, { unlearned: points }] as const;
      })
      .filter(([, { unlearned }]) => unlearned.some(([, value]) => value !== null)),
  );
}
