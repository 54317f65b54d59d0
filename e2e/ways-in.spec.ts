/** Every way in for a model on disk: picked or dropped, a file or a folder, in every layout. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { microFolders, writeCheckpoints, type OnDisk } from '../tools/browser/micro-checkpoints';
import { useShortTexts } from '../tools/browser/micro-world';
import {
  deleteOwn,
  dropFromDisk,
  keep,
  loadOwn,
  openDialog,
  withoutPickers,
} from '../tools/browser/own-models';
import { LethePage } from '../tools/browser/page';

let disk: OnDisk;
test.beforeAll(() => (disk = writeCheckpoints()));
test.afterAll(() => disk.remove());

const PROMPT = 'she met';
/** What the loaded model writes after the prompt. */
async function answerOf(page: Page): Promise<string> {
  const { baseline } = await new LethePage(page).ask(PROMPT);
  return baseline;
}

/** The names of all files in the browser’s own file system. */
const filesOfBrowser = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const folders = [await navigator.storage.getDirectory()];
    for (let folder = folders.pop(); folder; folder = folders.pop())
      for await (const handle of folder.values())
        if (handle.kind === 'file') found.push(handle.name);
        else folders.push(handle);
    return found;
  });

test('folders and files that are picked are copied, answer the same after a reload, and are deleted', async ({
  page,
}) => {
  await withoutPickers(page);
  await useShortTexts(page);
  await new LethePage(page).open();
  let dialog = await openDialog(page);
  const folder = dialog.getByLabel('Choose a folder');
  await folder.setInputFiles(disk.paths.plain);
  await expect(dialog.getByTestId('found-model')).toContainText('will be copied');
  await keep(dialog, 'plain');
  await folder.setInputFiles(disk.paths.sharded);
  await keep(dialog, 'sharded');
  const halved = [...microFolders.halved.keys()].map((name) => join(disk.paths.halved, name));
  await dialog.getByLabel('Choose files').setInputFiles(halved);
  await keep(dialog, 'model'); // files have no title of their own
  await dialog.getByLabel('Choose files').setInputFiles(disk.paths.gguf);
  await keep(dialog, 'micro.gguf');
  await dialog.getByRole('button', { name: 'Close' }).click();

  const titles = ['plain', 'sharded', 'model', 'micro.gguf'];
  const answers: string[] = [];
  for (const title of titles) {
    expect(await loadOwn(page, title)).toContain('WASM');
    answers.push(await answerOf(page));
  }
  const [plain, sharded, , gguf] = answers;
  expect(sharded).toBe(plain); // the same numbers
  expect(gguf).not.toBe(plain);

  await page.reload();
  for (const [i, title] of titles.entries()) {
    await loadOwn(page, title);
    expect(await answerOf(page)).toBe(answers[i]);
  }

  await page.reload();
  dialog = await openDialog(page);
  await expect(dialog.getByRole('listitem')).toHaveCount(titles.length);
  for (const title of titles) await deleteOwn(dialog, title);
  await expect(dialog.getByRole('listitem')).toHaveCount(0);
  expect(await filesOfBrowser(page)).toEqual([]);
});

test('a folder and a file that are dropped stay on disk, and answer the same after a reload', async ({
  page,
}) => {
  await useShortTexts(page);
  await new LethePage(page).open();
  const dialog = await openDialog(page);
  const target = dialog.getByRole('group', { name: 'Open a model' });
  await dropFromDisk(page, target, [disk.paths.sharded]);
  await expect(dialog.getByTestId('found-model')).toContainText('nothing is copied');
  await keep(dialog, 'sharded');
  await dropFromDisk(page, target, [disk.paths.gguf]);
  await keep(dialog, 'micro.gguf');
  await expect(dialog.getByRole('listitem')).toHaveText([
    /micro\.gguf.*on your disk/su,
    /sharded.*on your disk/su,
  ]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const titles = ['sharded', 'micro.gguf'];
  const answers: string[] = [];
  for (const title of titles) {
    await loadOwn(page, title);
    answers.push(await answerOf(page));
  }
  await page.reload();
  for (const [i, title] of titles.entries()) {
    await loadOwn(page, title);
    expect(await answerOf(page)).toBe(answers[i]);
  }
  await page.reload();
  const again = await openDialog(page);
  for (const title of titles) await deleteOwn(again, title);
  await expect(again.getByRole('listitem')).toHaveCount(0);
});

test('a model for which there is no room is refused before anything is copied', async ({ page }) => {
  await withoutPickers(page);
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 0, quota: 20_000 });
  });
  await new LethePage(page).open();
  const dialog = await openDialog(page);
  await dialog.getByLabel('Choose files').setInputFiles(disk.paths.gguf);
  await dialog.getByRole('button', { name: 'Add to your models' }).click();
  await expect(dialog.getByRole('alert')).toContainText('takes 1 MB, and the browser leaves this page 0 MB');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'micro.gguf' })).toHaveCount(0);
  expect(await filesOfBrowser(page)).toEqual([]);
});
