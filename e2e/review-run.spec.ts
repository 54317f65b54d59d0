/** Review of a run: labels and grades, by keyboard, on the recorded run before any model is loaded. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { LethePage } from '../tools/browser/page';

async function openTab(page: Page, name: 'Labels' | 'Grades', task: string): Promise<Locator> {
  const review = page.getByTestId('review');
  await review.getByRole('tab', { name }).click();
  const queue = page.getByTestId(`queue-${task}`);
  await queue.getByRole('group', { name: 'Item' }).focus();
  return queue;
}

/** Axe finds nothing, in both themes and both languages. */
async function isAccessible(page: Page): Promise<void> {
  for (const language of ['zh', 'en']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await page.getByRole('combobox').first().selectOption(language);
  }
}

test('a label that the baseline was unsure of is decided, counted, and shown as a person’s', async ({
  page,
}) => {
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.goTo('review');
  const queue = await openTab(page, 'Labels', 'language');
  const summary = page.getByTestId('override-summary');
  await expect(summary).toContainText(/Changes 0 of \d+ labels/);

  // Another of the five, a word of one's own, one that is right as it is, and two that change nothing.
  await page.keyboard.press('2');
  await expect(summary).toContainText('Changes 1 of ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  await page.keyboard.type(' lantern');
  await expect(page.getByTestId('tokens')).toContainText('lantern');
  await page.keyboard.press('Enter');
  await expect(summary).toContainText('Changes 2 of ');
  await queue.getByRole('group', { name: 'Item' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await expect(summary).toContainText('1 label is confirmed');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expect(summary).toContainText('Changes 2 of ');
  await isAccessible(page);

  await page.getByRole('button', { name: 'Use these labels' }).click();
  await lethe.goTo('label');
  const strip = lethe.stage('label').getByRole('listbox');
  // The least certain label may be in any of the recorded blocks.
  const block = lethe.stage('label').getByLabel(/^Block, of/);
  let next = 0;
  await expect(async () => {
    next = (next % 6) + 1;
    await block.fill(`${next}`);
    await block.press('Enter');
    await expect(strip.getByText('✎').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await strip.getByText('✎').first().click();
  await expect(page.getByTestId('human-label')).toContainText('me');
});

test('human grades are shown beside the automatic ones, and go into the report', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.goTo('review');
  await openTab(page, 'Grades', 'evaluation');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Enter'); // as the rules have it
  const outcome = page.getByTestId('outcome-evaluation');
  await expect(outcome.getByRole('row')).toHaveCount(3);
  await expect(outcome.getByRole('row').last()).toContainText('100%');
  await page.keyboard.press('3');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('0');
  await isAccessible(page);

  await outcome.getByRole('button').click();
  await lethe.goTo('evaluate');
  const stage = lethe.stage('evaluate');
  await expect(stage.getByTestId('human')).toContainText('6 decisions');
  await expect(stage.getByTestId('graders').getByRole('group', { name: /^rules .* people/ })).toBeVisible();
});
