/** A run interrupted by a reload, a crash or a closed tab continues, and no result is lost. */
import { expect, test, type Page } from '@playwright/test';
import { checkpointed, saved } from './checkpointed';
import { hurry, oneStep, startHeld } from './held';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

const STEPS = 12;

async function opened(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', String(STEPS));
  return lethe;
}

test('a training interrupted by a reload continues, bitwise equal to an uninterrupted one', async ({
  page,
  browser,
}) => {
  const undisturbed = await opened(await browser.newPage());
  await undisturbed.run('reinforce');
  const losses = await undisturbed.losses('reinforce');
  expect(losses).toHaveLength(STEPS);
  await undisturbed.page.close();

  const spawned = page.waitForEvent('worker');
  const lethe = await opened(page);
  await hurry(await spawned);
  await startHeld(lethe, 'reinforce');
  for (let i = 0; i < 3; i++) await oneStep(lethe, 'reinforce');
  await expect.poll(() => checkpointed(page)).toBeGreaterThan(0);
  await page.reload();
  const offer = page.getByTestId('interrupted');
  await expect(offer).toContainText('Reinforce');
  await offer.getByRole('button', { name: 'Continue' }).click();
  await lethe.loaded();
  await lethe.goTo('reinforce');
  await expect(offer).toHaveCount(0);
  await lethe.reaches('reinforce', 'done');
  expect(await lethe.losses('reinforce')).toEqual(losses);

  // It is there at the next visit too, and what follows runs on it.
  await page.reload();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('reinforce');
  await lethe.reaches('reinforce', 'done');
  expect(await lethe.losses('reinforce')).toEqual(losses);
  await expect(offer).toHaveCount(0);
  await lethe.run('label');
});

test('choices and imported data survive a reload', async ({ page }) => {
  const lethe = await opened(page);
  await lethe.set('reinforce', 'Steps', '7');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => saved(page, 'page/choices'))
    .toMatchObject({ settings: { reinforce: { steps: 7 } } });
  await page.reload();
  await lethe.goTo('reinforce');
  await expect(lethe.stage('reinforce').getByLabel('Steps')).toHaveValue('7');
  await expect(page.getByLabel('Runs on')).toHaveValue('wasm');
});
