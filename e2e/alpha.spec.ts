/** One displayed α: strips and sliders move together, and moving it makes no result out of date. */
import { expect, test, type Page } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

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
