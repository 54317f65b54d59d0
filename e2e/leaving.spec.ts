/** What was chosen or typed at the very moment when a page ends is there at the next visit. */
import { expect, test, type Page } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

async function opened(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open('#/lab/reinforce');
  await expect(lethe.stage('reinforce')).toBeVisible();
  return lethe;
}

/** Ends the page in the task in which a setting is typed: each character is a change. */
const ends = {
  async reload(page: Page) {
    await Promise.all([page.waitForEvent('load'), page.evaluate(type, true)]);
    return page;
  },
  async close(page: Page) {
    await page.evaluate(type, false);
    await page.close();
    return page.context().newPage();
  },
  async crash(page: Page) {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    await page.evaluate(type, false);
    void session.send('Page.crash').catch(() => undefined); // it never answers
    await crashed;
    return page.context().newPage();
  },
};

/** Runs in the page. */
function type(reloads: boolean): void {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('[data-stage=reinforce] label')];
  const field = labels.find(({ textContent }) => textContent === 'Steps')?.control;
  if (!(field instanceof HTMLInputElement)) throw new Error('expected the field');
  for (const value of ['1', '17', '173']) {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (reloads) location.reload();
}

for (const how of ['reload', 'close', 'crash'] as const)
  test(`a setting changed right before a ${how}`, async ({ page }) => {
    await opened(page);
    const lethe = await opened(await ends[how](page));
    await expect(lethe.stage('reinforce').getByLabel('Steps')).toHaveValue('173');
  });

test('a field that is left empty costs no other setting', async ({ page }) => {
  const lethe = await opened(page);
  await lethe.set('reinforce', 'Steps', '173');
  await lethe.set('reinforce', 'Learning rate', '');
  await page.reload();
  await expect(lethe.stage('reinforce').getByLabel('Steps')).toHaveValue('173');
});

test('the language chosen right before the tab is closed', async ({ page, context }) => {
  await opened(page);
  await page.getByLabel('Language').selectOption('zh');
  await page.close();
  const next = await context.newPage();
  await next.goto('./');
  await expect(next.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('decisions made right before the tab is closed, and a comment that is still being typed', async ({
  page,
  context,
}) => {
  const review = async (from: Page) => {
    await from.goto('./#/review');
    return from.getByTestId('queue-anchors');
  };
  const queue = await review(page);
  const item = queue.locator('[data-keys]');
  await item.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await queue.getByLabel('Comment').pressSequentially('as it reads');
  await page.close();
  const again = await review(await context.newPage());
  await expect(again.getByTestId('progress')).toContainText('5 of');
  await again.getByRole('listbox', { name: 'Items' }).getByRole('option').nth(4).click();
  await expect(again.getByLabel('Comment')).toHaveValue('as it reads');
});
