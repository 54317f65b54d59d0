/** The losses of a training run, kept line by line beside its checkpoints. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { v } from '../../src/base/schema';

const line = v.object({
  phase: v.string(),
  /** steps of the phase that are done */
  step: v.number(),
  /** mean since the line before, in nats per token */
  loss: v.number(),
});

export type LossLine = v.InferOutput<typeof line>;

export function logLoss(path: string, loss: LossLine): void {
  appendFileSync(path, `${JSON.stringify(loss)}\n`);
}

/** The log without what a resumed run wrote twice: the later line of a step counts. */
export function readLosses(path: string): LossLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const parsed = lines.map((text) => v.parse(line, JSON.parse(text)));
  return [...new Map(parsed.map((entry) => [entry.step, entry])).values()].sort((a, b) => a.step - b.step);
}
