import { expect, test } from 'vitest';
import type { Checkpoint, Checkpoints, GoodState } from './checkpoint';
import { TrainingLog } from './training-log';

/** A trainer whose parameters tell how many steps it has taken. */
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

async function follow(losses: readonly number[], checkpoints: Checkpoints): Promise<TrainingLog> {
  const { counted, trainer } = counting();
  const log = new TrainingLog(trainer, checkpoints);
  for (const loss of losses) {
    await log.snapshotIfGood();
    counted.step += 1;
    log.see(loss, 1);
    if (log.isDue) for await (const event of log.save()) expect(event.isSaved).toBe(true);
  }
  return log;
}

test('after going astray the last state is offered that the steps after it proved good', async () => {
  let good: GoodState | null = null;
  const checkpoints = { from: null, checkpointStore: null, rescue: (found: GoodState) => (good = found) };
  const losses = [...Array.from({ length: 34 }, (_, i) => 3 - i * 0.05), 6, 9, 20, Number.NaN];
  await expect(follow(losses, checkpoints)).rejects.toMatchObject({ params: { step: '38', good: '30' } });
  expect(good).toMatchObject({ parameters: Float32Array.of(30), losses: losses.slice(0, 30) });
});

test('a checkpoint is taken when it is due, and not twice of one step', async () => {
  const saved: Checkpoint[] = [];
  const save = (one: Checkpoint): Promise<boolean> => Promise.resolve(saved.push(one) > 0);
  const checkpointStore = { every: 0, save, finish: () => Promise.resolve(true) };
  const log = await follow([2, 1], { from: null, checkpointStore, rescue: () => undefined });
  for await (const _ of log.save()) throw new Error('nothing is new');
  expect(saved.map(({ losses, state }) => [losses, state.step])).toEqual([
    [[2], 1],
    [[2, 1], 2],
  ]);
});
