/** The first screen: what the model would write before and after, as the recording has it. */
import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe';

const words = (page: Page, card: 'before' | 'after') =>
  page.getByTestId(`${card}-card`).locator('.word').allTextContents();
const share = async (page: Page, card: 'before' | 'after', word: string): Promise<number> => {
  const row = page.getByTestId(`${card}-card`).locator('li', { hasText: word });
  return Number.parseFloat((await row.locator('.share').textContent())?.replace('<', '') ?? '');
};

test('the name is lost, another book is kept, and the scrubber shows how', async ({ page }) => {
  await page.goto('./');
  await page.getByTestId('after-card').waitFor();
  const [name = ''] = await words(page, 'before');
  const before = await share(page, 'before', name);
  const after = await share(page, 'after', name);
  expect(before).toBeGreaterThan(50);
  expect(after).toBeLessThan(before);

  await page.getByRole('slider').fill('0');
  expect(await words(page, 'after')).toEqual(await words(page, 'before'));
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^step 0 of/);
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect.poll(() => share(page, 'after', name)).toBe(after);
  await expect(page.getByRole('button', { name: 'Replay' })).toBeVisible();

  await page.getByText('another book, to keep').click();
  const [kept = ''] = await words(page, 'before');
  expect(kept).not.toBe(name);
  expect(await share(page, 'after', kept)).toBeGreaterThan(50);
  expect(await violations(page)).toEqual([]);
});

for (const [width, height] of [
  [1440, 900],
  [1366, 768],
  [1920, 1080],
] as const) {
  test(`before and after fit a window of ${width} × ${height} without scrolling`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    const after = page.getByTestId('after-card').getByRole('listitem').last();
    await expect(after).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('run-here')).toBeInViewport({ ratio: 1 });
  });
}

test('the sentence is at most six stops from the top', async ({ page }) => {
  await page.goto('./');
  await page.getByTestId('after-card').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // skips the bar
  let stops = 1;
  const inSentences = page.locator('fieldset :focus');
  while ((await inSentences.count()) === 0 && stops < 7) {
    await page.keyboard.press('Tab');
    stops += 1;
  }
  expect(stops).toBeLessThanOrEqual(6);
});
