/** The places of the page: addresses, Back and Forward, and where each place begins. */
import { expect, test, type Page } from '@playwright/test';
import { LethePage } from '../tools/browser/page';

const isFocused = (page: Page, id: string) => expect(page.locator(`#${id}`)).toBeFocused();
const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);

test('every place has an address, and Back and Forward lead through them', async ({ page }) => {
  const lethe = new LethePage(page);
  await page.goto('./');
  await expect(page.getByTestId('after-card')).toBeVisible();
  await lethe.goTo('label');
  await expect(page).toHaveURL(/#\/lab\/label$/);
  await lethe.goTo('review');
  await expect(page).toHaveURL(/#\/review$/);
  await expect(lethe.stage('review')).toBeVisible();
  await page.goBack();
  await expect(lethe.stage('label')).toBeVisible();
  await expect(lethe.stage('review')).toBeHidden();
  await page.goBack();
  await page.goBack();
  await expect(page.getByTestId('after-card')).toBeVisible();
  await page.goForward();
  await expect(lethe.stage('text')).toBeVisible();
});

test('settings in the address stay when a place is opened, and apply when they change', async ({ page }) => {
  const lethe = new LethePage(page);
  await page.goto('./#v=2&alpha=2.5');
  await lethe.goTo('label');
  await expect(page).toHaveURL(/#\/lab\/label\?v=2&alpha=2\.5$/);
  await lethe.set('label', 'α in v', '3');
  await lethe.goTo('unlearn');
  await page.goBack();
  await expect(lethe.stage('label').getByLabel('α in v')).toHaveValue('3');
  await page.goto('./#/lab/label?v=2&alpha=4');
  await expect(lethe.stage('label').getByLabel('α in v')).toHaveValue('4');
});

test('a place begins at its title, which has the focus, wherever the last one was left', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open('#/lab/evaluate');
  await lethe.stage('evaluate').getByTestId('figures').waitFor();
  await page.evaluate(() => scrollTo(0, 1000));
  const left = await scrolled(page);
  await lethe.goTo('anchors');
  await isFocused(page, 'anchors-title');
  await expect(page.locator('#anchors-title')).toBeInViewport();
  // Screens that pin something scroll only within themselves.
  await lethe.goTo('label');
  await isFocused(page, 'label-title');
  await page.getByTestId('inspector').waitFor();
  await expect(page.locator('#label-title')).toBeInViewport();
  await lethe.goTo('review');
  await page.getByTestId('queue-anchors').waitFor();
  await expect(page.locator('#review-title')).toBeInViewport();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(left);
});
