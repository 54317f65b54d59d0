/** Models of the user’s own, as a user opens, loads and deletes them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { LethePage } from './page';

/** As in browsers without dialogs that give handles. */
export async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showDirectoryPicker'])
      Object.defineProperty(globalThis, name, { value: undefined });
  });
}

export async function openDialog(page: Page): Promise<Locator> {
  await page.getByTestId('setup').click();
  await page.getByRole('button', { name: 'Your models…' }).click();
  return page.getByTestId('own-models');
}

/** Adds what was found to the models, and waits for it in the list. */
export async function keep(dialog: Locator, title: string): Promise<void> {
  await expect(dialog.getByTestId('found-model')).toContainText(title);
  await dialog.getByRole('button', { name: 'Add to your models' }).click();
  await expect(dialog.getByRole('button', { name: `Delete: ${title}` })).toBeVisible();
}

/** Loads a model that is kept, on WASM. Resolves to the description of the backend. */
export async function loadOwn(page: Page, title: string): Promise<string> {
  await page.getByTestId('setup').click();
  const models = page.getByRole('combobox', { name: 'Model', exact: true });
  const option = models.locator('option', { hasText: title });
  await models.selectOption(await option.getAttribute('value'));
  await page.getByLabel('Runs on').selectOption('wasm');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  return new LethePage(page).loaded();
}

export async function deleteOwn(dialog: Locator, title: string): Promise<void> {
  await dialog.getByRole('button', { name: `Delete: ${title}` }).click();
  await dialog.getByRole('button', { name: `Delete now: ${title}` }).click();
  await expect(dialog.getByRole('button', { name: `Delete: ${title}` })).toHaveCount(0);
}

/** Drops files or folders from disk, as the system does: Chromium then gives their handles. */
export async function dropFromDisk(page: Page, target: Locator, paths: readonly string[]): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to drop on');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}
