/** A model of the user's own: picked, described, kept over a reload, run, and deleted. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { microFolders, microGguf as gguf } from '../tools/browser/micro-checkpoints';
import { useShortTexts } from '../tools/browser/micro-world';
import { deleteOwn, keep, loadOwn, openDialog, withoutPickers } from '../tools/browser/own-models';
import { LethePage } from '../tools/browser/page';

const file = (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(microFolders.plain.get(name) ?? []),
});
const inFolder = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'];

test('a GGUF file and a folder are copied, survive a reload, run, and are deleted one by one', async ({
  page,
}) => {
  await withoutPickers(page);
  await useShortTexts(page);
  const lethe = new LethePage(page);
  // The model takes 64 tokens at most.
  await lethe.open('#v=2&blockLength=32&reinforceSteps=2&reinforceBatch=2');
  let dialog = await openDialog(page);

  await dialog.getByLabel('Choose files').setInputFiles([file('config.json'), file('model.safetensors')]);
  await expect(dialog.getByRole('alert')).toContainText('A model needs more files: tokenizer.json');

  await dialog
    .getByLabel('Choose files')
    .setInputFiles({ name: 'tiny.gguf', mimeType: 'application/octet-stream', buffer: gguf });
  const found = dialog.getByTestId('found-model');
  await expect(found).toContainText('Llama');
  await expect(found).toContainText(/32 bits: [\d.]+ GB \(Whole model\)/u);
  await found.getByRole('button', { name: 'Measure it' }).click();
  await expect(found).toContainText('Training takes');
  await found.getByRole('button', { name: 'Add to your models' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText([/tiny\.gguf.*copied into this browser/su]);

  await dialog.getByLabel('Choose files').setInputFiles(inFolder.map(file));
  await found.getByRole('button', { name: 'Add to your models' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.reload();
  expect(await loadOwn(page, 'tiny.gguf')).toContain('WASM');
  await lethe.run('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(2);

  await page.reload();
  dialog = await openDialog(page);
  await deleteOwn(dialog, 'tiny.gguf');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Close' }).click();

  // The project still names it.
  await page.reload();
  await page.getByTestId('setup').click();
  await expect(page.getByTestId('missing-model')).toContainText('This project used the model tiny.gguf');
});

test('a project opened in another browser names the model that it lacks, and goes on once that is opened', async ({
  page,
  browser,
  baseURL,
}) => {
  const tiny = { name: 'tiny.gguf', mimeType: 'application/octet-stream', buffer: gguf };
  await withoutPickers(page);
  await useShortTexts(page);
  await new LethePage(page).open();
  const dialog = await openDialog(page);
  await dialog.getByLabel('Choose files').setInputFiles(tiny);
  await keep(dialog, 'tiny.gguf');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await loadOwn(page, 'tiny.gguf');
  await page.keyboard.press('Escape');
  await new LethePage(page).choose('Projects');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByTestId('projects')
      .getByRole('button', { name: /^Export/ })
      .click(),
  ]);
  const buffer = readFileSync(await download.path());

  const context = await browser.newContext({ serviceWorkers: 'block', ...(baseURL ? { baseURL } : {}) });
  const other = await context.newPage();
  await withoutPickers(other);
  await useShortTexts(other);
  await new LethePage(other).open();
  await new LethePage(other).choose('Projects');
  const projects = other.getByTestId('projects');
  await projects
    .getByLabel(/Import a project/)
    .setInputFiles({ name: 'p.zip', mimeType: 'application/zip', buffer });
  await expect(projects.locator('li')).toHaveCount(2);
  await projects.getByRole('button', { name: /^Open/ }).click();
  const missing = other.getByTestId('missing-model');
  await expect(missing).toContainText('tiny.gguf, which this browser does not have');
  await missing.getByRole('button', { name: 'Open this model' }).click();
  const models = other.getByTestId('own-models');
  await models.getByLabel('Choose files').setInputFiles(tiny);
  await keep(models, 'tiny.gguf');
  await models.getByRole('button', { name: 'Close' }).click();
  await expect(missing).toHaveCount(0);
  expect(await loadOwn(other, 'tiny.gguf')).toContain('WASM');
  await context.close();
});

test('a file whose handle the browser gives is not copied, and is refused once it has changed', async ({
  page,
}) => {
  await useShortTexts(page);
  const lethe = new LethePage(page);
  // A file of the browser's own file system, in place of one on disk.
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showOpenFilePicker: async () => [
        await (await navigator.storage.getDirectory()).getFileHandle('on-disk.gguf', { create: true }),
      ],
    });
  });
  const write = (bytes: readonly number[]) =>
    page.evaluate(async (numbers) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle('on-disk.gguf', { create: true });
      const writable = await handle.createWritable();
      await writable.write(Uint8Array.from(numbers));
      await writable.close();
    }, bytes);
  await lethe.open();
  await write([...gguf]);
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Choose files' }).click();
  await expect(dialog.getByTestId('found-model')).toContainText('nothing is copied');
  await dialog.getByRole('button', { name: 'Add to your models' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'on-disk.gguf' })).toContainText(
    'on your disk',
  );
  const names = await page.evaluate(async () => {
    const found: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) found.push(name);
    return found;
  });
  expect(names).toEqual(['on-disk.gguf']);

  await page.reload();
  expect(await loadOwn(page, 'on-disk.gguf')).toContain('WASM');
  const changed = [...gguf];
  changed[changed.length - 1] = 1;
  await page.reload();
  await write(changed);
  await page.getByTestId('setup').click();
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(lethe.alert()).toContainText('on-disk.gguf is no longer the file that it was');
});
