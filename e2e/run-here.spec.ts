/** A run on this device, as the first screen and the other places show it, from its start to its end. */
import { expect, test, type Page } from '@playwright/test';
import { useFewQuestions, useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { violations } from './axe';

const START = '#/see?v=2&reinforceSteps=3&unlearnSteps=5&unlearnBatch=2';
const status = (page: Page) => page.getByTestId('run-status');
const press = (page: Page, name: string) => status(page).getByRole('button', { name, exact: true }).click();

/** Starts a run and pauses it while it compiles, so that it holds after its first step. */
async function held(lethe: LethePage): Promise<void> {
  const { page } = lethe;
  await lethe.open(START);
  await lethe.setUp(async () => {
    await page.getByLabel('Runs on').selectOption('wasm');
  });
  const start = page.getByTestId('run-here').getByRole('button', { name: /^Run it here/ });
  await start.click();
  await press(page, 'Pause');
  await expect(page.getByTestId('run-time')).toContainText('paused');
}

async function heldMicro(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await useFewQuestions(page);
  await held(lethe);
  return lethe;
}

test('before and after stay in view while the model runs, and the tab says how far it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await held(new LethePage(page)); // the model that was recorded
  for (const card of ['before-card', 'after-card'])
    await expect(page.getByTestId(card)).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(/^Recorded. Your own run answers here/)).toBeVisible();
  await expect(status(page)).toBeInViewport({ ratio: 1 });
  await expect(page).toHaveTitle(/^\d+% Reinforce · Lethe$/);
  expect(await violations(page)).toEqual([]);
});

test('a run is seen in every place, answers prompts between two steps, and says at its end what was done', async ({
  page,
}) => {
  const lethe = await heldMicro(page);
  // In the other places it is at the bottom of the window, and prompts are answered between two steps.
  await lethe.goTo('reinforce');
  await expect(page.getByTestId('run-bar')).toBeInViewport({ ratio: 1 });
  expect(await violations(page)).toEqual([]);
  const { baseline } = await lethe.ask('The lantern');
  expect(baseline.length).toBeGreaterThan('The lantern'.length);
  await expect(page.getByTestId('run-time')).toContainText('paused');
  await press(page, 'Resume');
  await page.locator('[data-goto=see]').click();

  const end = page.getByTestId('end-card');
  await expect(end).toContainText('questions about it', { timeout: 300_000 });
  await expect(page.getByText('This is your own run, in this tab.')).toBeVisible();
  await expect(end.getByTestId('asked-again')).toContainText('…', { timeout: 60_000 });
  await expect(page).toHaveTitle('Lethe: watch a language model forget');
  expect(await violations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await end.getByRole('button', { name: 'Save' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.lethe\.zip$/);
  await end.getByRole('button', { name: 'What was lost?' }).click();
  await expect(lethe.stage('evaluate')).toBeVisible();
});

test('a run that is cancelled can go on', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await heldMicro(page);
  await expect(status(page)).toBeInViewport({ ratio: 1 });
  await press(page, 'Cancel');
  const unfinished = page.getByTestId('unfinished');
  await expect(unfinished).toContainText('You stopped the run in Reinforce.');
  await unfinished.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByTestId('end-card')).toBeVisible({ timeout: 300_000 });
});
