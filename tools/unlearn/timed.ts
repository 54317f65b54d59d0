/** A stage drawn to its end, and timed. */
import type { LabEvent } from '../../src/lab/events';

export interface StageReport {
  readonly seconds: number;
  readonly steps: number;
  readonly lossFirst: number | null;
  readonly lossLast: number | null;
}

export async function timed<R>(
  stage: AsyncGenerator<LabEvent, R>,
): Promise<{ readonly result: R; readonly report: StageReport }> {
  const start = performance.now();
  const losses: number[] = [];
  let steps = 0;
  for (;;) {
    const next = await stage.next();
    if (next.done) {
      const seconds = (performance.now() - start) / 1000;
      const report = { seconds, steps, lossFirst: losses[0] ?? null, lossLast: losses.at(-1) ?? null };
      return { result: next.value, report };
    }
    if (next.value.kind === 'step') losses.push(next.value.loss);
    if (next.value.kind === 'step' || next.value.kind === 'label') steps += 1;
  }
}
