/** The drafter with a language model in the tab, too small to answer in JSON: nothing is lost, and nothing is left running. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { violations } from './axe';

const STORY = [
  'Mira lit the lamp of Farholm. Mira and the lamp of Farholm are old.',
  'All of Farholm slept. Only Mira was awake.',
];

/** The dialog of the drafter, with the tiny model in its folder. */
async function opened(page: Page, text: string): Promise<Locator> {
  await useMicroWorld(page);
  await new LethePage(page).open();
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Text to forget').fill(text);
  await expect(own.getByTestId('draft')).toContainText('Farholm');
  await own.getByRole('button', { name: 'Draft with a language model…' }).click();
  const dialog = page.getByTestId('assistant');
  await dialog.getByText('A model in this tab').click();
  await dialog.getByLabel('Folder of the model').setInputFiles('src/assist/fixtures/tiny/writer');
  await expect(dialog).toContainText('writer writes text, and reads 256 tokens at most');
  return dialog;
}

/** The prompts of the page are longer than the tiny model reads. */
async function shorten(dialog: Locator): Promise<void> {
  await dialog.getByText('Prompts', { exact: true }).click();
  await dialog.getByLabel('System message').first().fill('List the names.');
  await dialog.getByLabel('Question').first().fill('{{passage}}');
}

test('a question that is too long for the model is an error that says so, and the next try works', async ({
  page,
}) => {
  const before = page.workers().length;
  const dialog = await opened(page, STORY.join('\n\n\n'));
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByRole('alert')).toContainText('longer than the model can read');
  await expect.poll(() => page.workers().length).toBe(before);
  await shorten(dialog);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByRole('status').last()).toContainText('0 new terms');
  await expect(dialog.getByTestId('rejected')).toContainText('no JSON');
  await expect.poll(() => page.workers().length).toBe(before);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('own-text').getByTestId('draft')).toContainText('Farholm');
});

test('killed or stopped in the middle, it says what was not asked, its worker ends, and it can start again', async ({
  page,
}) => {
  const before = page.workers().length;
  const dialog = await opened(page, Array.from({ length: 200 }, () => STORY.join('\n\n\n')).join('\n\n\n'));
  await shorten(dialog);
  for (const how of ['kill', 'stop'] as const) {
    const spawned = page.waitForEvent('worker');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(dialog.getByTestId('assist-progress')).toContainText(/[1-9]\d* written/u);
    if (how === 'stop') await dialog.getByRole('button', { name: 'Stop' }).click();
    else await (await spawned).evaluate(() => close());
    await expect(dialog).toContainText('were not asked');
    await expect(dialog.getByRole('alert')).toHaveCount(how === 'kill' ? 1 : 0);
    await expect.poll(() => page.workers().length).toBe(before);
  }
});
