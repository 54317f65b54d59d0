/** A worker that vanishes in the middle of a training. */
import { expect, type Page } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { startHeld } from './held';

/** Ends the worker without an event, and expects that this is said and that the next load and training work. */
export async function recoversFromLostWorker(page: Page): Promise<void> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open('#v=2&reinforceSteps=2000');
  const spawned = page.waitForEvent('worker');
  await lethe.load('wasm');
  await lethe.loaded();
  await startHeld(lethe, 'reinforce');
  await (await spawned).evaluate(() => close());
  await expect(lethe.alert().first()).toContainText('The browser ended the background worker');
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
}
