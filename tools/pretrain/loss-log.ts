/** The losses of a training, saved line by line beside its checkpoints. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { v } from '../../src/base/schema';

const line = v.object({
  phase: v.string(),
  /** completed steps of the phase */
  step: v.number(),
  /** mean since the previous line, in nats per token */
  loss: v.number(),
});

export type LossLine = v.InferOutput<typeof line>;

export function logLoss(path: string, loss: LossLine): void {
  appendFileSync(path, `${JSON.stringify(loss)}\n`);
}

/** The log without duplicates from a resumed run: the last line of each step is kept. */
export function readLosses(path: string): LossLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const parsed = lines.map((text) => v.parse(line, JSON.parse(text)));
  return [...new Map(parsed.map((entry) => [entry.step, entry])).values()].sort((a, b) => a.step - b.step);
}
