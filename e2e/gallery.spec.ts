/** Every shared component in all its cases, in both themes, and in print. */
import { expect, test } from '@playwright/test';
import { violations } from './axe';

test('the gallery shows every case, starts no worker, and axe finds nothing', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('./?gallery');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'Colours',
      'Type and elements',
      'Kit',
      'States',
      'Charts',
    ]);
    await expect(page.getByRole('group', { name: 'diverged' })).toContainText('take the state of step 60');
    expect(await violations(page)).toEqual([]);
  }
  expect(page.workers()).toHaveLength(0);
});

test('print shows the charts without their controls', async ({ page }) => {
  await page.goto('./#/lab/evaluate');
  const table = page.getByTestId('figures');
  await table.waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(table).toBeVisible();
  await expect(table.getByRole('button').first()).toBeVisible(); // the names of the figures
  await expect(page.getByRole('button', { name: /^Run/ })).toHaveCount(0);
  await expect(page.locator('[data-goto]').first()).toBeHidden();
});
