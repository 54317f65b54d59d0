/** Saved data belongs to projects: exported and imported, open in one tab each, and never silently lost. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readArchive } from '../src/store/archive';
import { violations } from './axe';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

async function opened(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await expect(page.locator('[data-stage=text]')).toBeVisible();
  return lethe;
}

async function dialogOf(page: Page): Promise<Locator> {
  await new LethePage(page).choose('Projects');
  return page.getByTestId('projects');
}

async function exported(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path());
}

test('a project is exported, everything is deleted, and the import is equal', async ({ page }) => {
  const lethe = await opened(page);
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('label');
  const losses = await lethe.losses('reinforce');

  let dialog = await dialogOf(page);
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Name').fill('Owls');
  await dialog.getByLabel('Name').press('Enter');
  const zip = await exported(page, dialog.getByRole('button', { name: 'Export: Owls' }));
  const kept = readArchive('owls.zip', zip);
  expect(kept.name).toBe('Owls');
  expect(Object.keys(kept.entries)).toEqual(
    expect.arrayContaining(['page/choices', 'run/label', 'run/reinforce']),
  );

  await dialog.getByText('Delete everything', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete everything now' }).click();
  await expect(dialog).toHaveCount(0); // the page was loaded anew
  dialog = await dialogOf(page);
  await expect(dialog.locator('li')).toHaveCount(1);
  await expect(dialog.getByLabel('Name')).toHaveValue('');

  // An invalid file changes nothing.
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer });
  await dialog.getByLabel(/Import a project/).setInputFiles(file('cut.zip', zip.subarray(0, 500)));
  await expect(dialog.getByRole('alert')).toContainText('cut.zip');
  await expect(dialog.locator('li')).toHaveCount(1);

  await dialog.getByLabel(/Import a project/).setInputFiles(file('owls.zip', zip));
  await expect(dialog.locator('li')).toHaveCount(2);
  const again = await exported(page, dialog.getByRole('button', { name: 'Export: Owls' }));
  expect(readArchive('again.zip', again)).toEqual(kept);
  await dialog.getByRole('button', { name: 'Open: Owls' }).click();
  await expect(dialog).toHaveCount(0);
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('label');
  await lethe.reaches('label', 'done');
  await lethe.goTo('reinforce');
  await expect.poll(() => lethe.losses('reinforce')).toEqual(losses); // the chart is drawn after the stage
});

test('an imported project full of markup executes nothing', async ({ page }) => {
  await opened(page);
  const dialog = await dialogOf(page);
  const zip = await exported(page, dialog.getByRole('button', { name: /^Export/ }));
  const { writeArchive } = await import('../src/store/archive');
  const evil = '"><img src=x onerror="window.hurt = true">';
  const { entries } = readArchive('a.zip', zip);
  const forget = { title: evil, passages: [`${evil} A tale of ${evil}`] };
  const bad = { ...entries, 'page/texts': { forget, dictionary: [{ term: evil, translations: [evil] }] } };
  const buffer = Buffer.from(writeArchive({ name: evil, entries: bad }));
  await dialog.getByLabel(/Import a project/).setInputFiles({ name: 'evil.zip', mimeType: 'application/zip', buffer }); // prettier-ignore
  await expect(dialog.locator('li')).toHaveCount(2);
  await dialog.getByRole('button', { name: /^Open: / }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('[data-stage=text]')).toContainText('onerror');
  expect(await page.evaluate('window.hurt')).toBeUndefined();
});

test('a second tab on a project gets a notice, and the first loses nothing', async ({ page, context }) => {
  const lethe = await opened(page);
  await lethe.set('reinforce', 'Steps', '9');
  await page.keyboard.press('Tab');
  const other = await context.newPage();
  await other.clock.install();
  const second = await opened(other);
  await expect(other.getByTestId('keeping')).toContainText('another tab');
  await second.set('reinforce', 'Steps', '55');
  await other.keyboard.press('Tab');
  await other.clock.runFor(10_000); // long enough for anything that is saved
  await other.close();
  await page.reload();
  await expect(page.getByTestId('keeping')).toHaveCount(0);
  await lethe.goTo('reinforce');
  await expect(lethe.stage('reinforce').getByLabel('Steps')).toHaveValue('9');
});

test('a full disk is reported, and the run continues', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  const lethe = await opened(page);
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
  await expect(page.getByTestId('keeping')).toContainText('storage is full');
});

test('without a database, as in a private window, everything works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const lethe = await opened(page);
  await expect(page.getByTestId('keeping')).toContainText('does not allow storage');
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(3);
});
