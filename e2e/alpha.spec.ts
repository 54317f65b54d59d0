/** One displayed α: strips and sliders move together, and moving it makes no result out of date. */
import { expect, test, type Page } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { defaultSettings, pipelineOf } from '../src/methods/settings';
import { stagesOf } from '../src/pipeline/stage';

async function withLabels(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await page.goto('./#v=2&reinforceSteps=1');
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.run('label');
  await pinSupervised(page);
  return lethe;
}

/** Only a token with a label has a strip of α. */
async function pinSupervised(page: Page): Promise<void> {
  const inspector = page.getByTestId('inspector');
  await inspector.getByRole('listbox').focus();
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(inspector.getByRole('slider')).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('the strip shows the α of labels that are made again', async ({ page }) => {
  const lethe = await withLabels(page);
  const strip = page.getByTestId('inspector').getByTestId('alpha');
  await expect(strip).toHaveText('8.0');
  await lethe.set('label', 'α in v', '3');
  await lethe.run('label');
  await expect(strip).toHaveText('3.0');
});

test('displaying another α makes nothing out of date; using it does', async ({ page }) => {
  const lethe = await withLabels(page);
  const labels = lethe.stage('label');
  const ask = lethe.stage('ask');
  await ask.getByRole('slider').first().fill('12.5');
  await expect(page.getByTestId('inspector').getByTestId('alpha')).toHaveText('12.5');
  await expect(labels.getByLabel('α in v')).toHaveValue('8');
  await expect(labels.getByTestId('stale')).toHaveCount(0);

  await page.getByTestId('inspector').getByRole('slider').fill('20');
  await expect(ask.getByTestId('alpha')).toHaveText('20.0');
  await expect(labels.getByTestId('stale')).toHaveCount(0);

  await page.getByTestId('inspector').getByRole('button', { name: 'Use this α for the labels' }).click();
  await expect(labels.getByLabel('α in v')).toHaveValue('20');
  await expect(labels.getByTestId('stale')).toContainText('α');
  await expect(page.getByTestId('use-alpha')).toHaveCount(0);
});

test('α in the panel that asks changes the recorded answer, and nothing becomes out of date', async ({
  page,
}) => {
  const lethe = new LethePage(page);
  await lethe.open();
  const ask = lethe.stage('ask');
  const answer = ask.locator('[data-voice=equation1]');
  await expect(answer).toHaveText(/\S/u);
  const at8 = (await answer.textContent()) ?? '';
  await ask.getByRole('slider').first().fill('0');
  await expect(answer).not.toHaveText(at8);
  await ask.getByRole('slider').first().fill('4.3');
  await expect(ask.getByTestId('answered-alpha')).toContainText('α = 4');
  await ask.getByRole('slider').first().fill('15');
  await expect(ask.getByTestId('answered-alpha')).toContainText('Load the model');
  for (const name of stagesOf(pipelineOf(defaultSettings), defaultSettings)) {
    await expect(page.locator(`[data-goto=${name}]`)).toContainText('recorded');
    await lethe.goTo(name);
    await expect(lethe.stage(name).getByTestId('stale')).toHaveCount(0);
  }
});

test('a live answer of equation 1 follows α', async ({ page }) => {
  const lethe = await withLabels(page);
  await lethe.ask('She met');
  const ask = lethe.stage('ask');
  await ask.getByRole('slider').first().fill('1');
  // The answer is of another α until it is given again.
  await expect(ask.getByTestId('answered-alpha')).toHaveCount(0);
  await expect(page.locator('[data-goto=label]')).toContainText('done');
});

test('the prompt is at most six stops from the top, by the link that leads to it', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open();
  await expect(lethe.stage('ask')).toBeVisible();
  await page.locator('body').press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Prompt', { exact: true })).toBeFocused();
});
