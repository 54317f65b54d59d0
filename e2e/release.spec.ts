/** A new version of the page while a tab is open. */
import { expect, test, type Page } from '@playwright/test';
import { BuildServer } from '../tools/browser/build-server';
import { nextVersion } from '../tools/browser/next-version';
import { LethePage } from '../tools/browser/page';

test.use({ serviceWorkers: 'allow' });

const server = new BuildServer('dist');
let address = '';
test.beforeEach(async () => {
  server.dist = 'dist';
  address = await server.start();
});
test.afterEach(() => server.stop());

/** The page of the next version. */
const NEXT = 'html[data-version=two]';
const note = (page: Page) => page.getByTestId('release');

test('F09 a new version is told, and applied when asked, in every tab', async ({ page, context }) => {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready');
  const other = await context.newPage();
  await other.goto(address);
  await expect(note(page)).toHaveCount(0);

  server.dist = nextVersion('dist');
  await page.reload();
  await expect(note(page)).toContainText('new version');
  await expect(note(other)).toContainText('new version');
  await expect(page.locator(NEXT)).toHaveCount(0);
  await note(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator(NEXT)).toHaveCount(1);
  await expect(note(page)).toHaveCount(0);

  // The other tab keeps working with the files of its version, and is told.
  await expect(note(other)).toContainText('older version');
  const old = new LethePage(other);
  await old.goTo('review');
  await expect(other.locator('[data-stage=review]')).toBeVisible();
  await note(other).getByRole('button', { name: 'Reload' }).click();
  await expect(other.locator(NEXT)).toHaveCount(1);
  await expect(note(other)).toHaveCount(0);
});
