/** Trainings paused by a test, depending on their state and never on time. */
import { expect, type Worker } from '@playwright/test';
import type { LethePage, SectionName } from '../tools/browser/page';

/** Starts a training and pauses it during compilation, so that it holds after its first step. */
export async function startHeld(lethe: LethePage, stage: SectionName): Promise<void> {
  await lethe.start(stage);
  await lethe.stage(stage).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => lethe.losses(stage)).toHaveLength(1);
}

/** Lets a paused training take one step. */
export async function oneStep(lethe: LethePage, stage: SectionName): Promise<void> {
  const { length } = await lethe.losses(stage);
  await lethe.stage(stage).getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => lethe.losses(stage)).toHaveLength(length + 1);
}

/** Speeds up the worker's clock a thousandfold until `calm`, so that a checkpoint is due at every step. */
export async function hurry(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => 1000 * now();
  });
}

/** Restores the worker's clock: the next checkpoint is far away. */
export async function calm(worker: Worker): Promise<void> {
  await worker.evaluate(() => Reflect.deleteProperty(performance, 'now'));
}
