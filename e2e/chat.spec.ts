/** A chat model of the user’s own is asked as in a chat: what its template makes of the prompt is what it is given. */
import { expect, test } from '@playwright/test';
import { writeCheckpoints, type OnDisk } from '../tools/browser/micro-checkpoints';
import { useShortTexts } from '../tools/browser/micro-world';
import { keep, loadOwn, openDialog, withoutPickers } from '../tools/browser/own-models';
import { LethePage } from '../tools/browser/page';

let disk: OnDisk;
test.beforeAll(() => (disk = writeCheckpoints()));
test.afterAll(() => disk.remove());

test('a prompt and a system message are asked by the template of the model', async ({ page }) => {
  await withoutPickers(page);
  await useShortTexts(page);
  const lethe = new LethePage(page);
  await lethe.open();
  const dialog = await openDialog(page);
  await dialog.getByLabel('Choose a folder').setInputFiles(disk.paths.chat);
  await keep(dialog, 'chat');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await loadOwn(page, 'chat');
  await page.keyboard.press('Escape');

  const rendered = 'Be glad! she met, ';
  const { baseline: continued } = await lethe.ask(rendered);
  const { baseline: plain } = await lethe.ask('she met');
  const panel = lethe.stage('ask');
  await panel.locator('summary').filter({ hasText: 'How they answer' }).click();
  await panel.getByRole('checkbox', { name: 'Ask as in a chat' }).check();
  await panel.getByLabel('System message').fill('Be glad');
  const { baseline: chat } = await lethe.ask('she met');
  expect(chat.startsWith('she met\n')).toBe(true);
  expect(chat.slice('she met\n'.length)).toBe(continued.slice(rendered.length));
  expect(chat.slice('she met\n'.length)).not.toBe(plain.slice('she met'.length));
});
