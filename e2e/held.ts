/** Trainings that a story holds, by their states and never by the clock. */
import { expect, type Worker } from '@playwright/test';
import type { LethePage, SectionName } from '../tools/browser/page';

/** Starts a training that is held after its first step: it is paused while it still compiles. */
export async function startHeld(lethe: LethePage, stage: SectionName): Promise<void> {
  await lethe.start(stage);
  await lethe.stage(stage).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => lethe.losses(stage)).toHaveLength(1);
}

/** Lets a held training take one step. */
export async function oneStep(lethe: LethePage, stage: SectionName): Promise<void> {
  const { length } = await lethe.losses(stage);
  await lethe.stage(stage).getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => lethe.losses(stage)).toHaveLength(length + 1);
}

/** Lets the worker's clock run a thousand times faster, so that a checkpoint is due at every step, until `calm`. */
export async function hurry(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => 1000 * now();
  });
}

/** Gives the worker its own clock back: the next checkpoint is far away. */
export async function calm(worker: Worker): Promise<void> {
  await worker.evaluate(() => Reflect.deleteProperty(performance, 'now'));
}
