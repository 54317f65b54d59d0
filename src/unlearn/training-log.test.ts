import { expect, test } from 'vitest';
import type { Checkpoint, CheckpointStore } from './checkpoint';
import { TrainingLog } from './training-log';

/** A trainer whose parameters are the number of its steps. */
function counting() {
  const counted = { step: 0 };
  const parameters = () => Promise.resolve(Float32Array.of(counted.step));
  const none = new Float32Array(1);
  const save = async () => ({
    parameters: await parameters(),
    firstMoment: none,
    secondMoment: none,
    step: counted.step,
  });
  return { counted, trainer: { parameters, save } };
}

async function follow(losses: readonly number[], store: CheckpointStore | null): Promise<TrainingLog> {
  const { counted, trainer } = counting();
  const log = new TrainingLog(trainer, store, null);
  for (const loss of losses) {
    await log.snapshotIfGood();
    counted.step += 1;
    log.add(loss, 1);
    if (log.isDue) for await (const event of log.save()) expect(event.isSaved).toBe(true);
  }
  return log;
}

test('after divergence, the last snapshot with good losses after it is available', async () => {
  const losses = [...Array.from({ length: 34 }, (_, i) => 3 - i * 0.05), 6, 9, 20];
  const log = await follow(losses, null);
  expect(log.hasDiverged).toBe(false);
  log.add(Number.NaN, 1);
  expect(log.hasDiverged).toBe(true);
  expect(log.good).toEqual({ parameters: Float32Array.of(30), losses: losses.slice(0, 30) });
});

test('a checkpoint is saved when it is due, and only once per step', async () => {
  const saved: Checkpoint[] = [];
  const save = (one: Checkpoint): Promise<boolean> => Promise.resolve(saved.push(one) > 0);
  const log = await follow([2, 1], { every: 0, save });
  for await (const _ of log.save()) throw new Error('expected no second checkpoint');
  expect(saved.map(({ losses, state }) => [losses, state.step])).toEqual([
    [[2], 1],
    [[2, 1], 2],
  ]);
});
