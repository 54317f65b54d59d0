/** How it works: six scenes on the recorded run, each with a figure that can be moved. */
import { expect, test, type Page } from '@playwright/test';
import { sceneNames, type SceneName } from '../src/ui/how/scene-names';
import { shownNumber } from '../tools/browser/shown-number';
import { violations } from './axe';

const scene = (page: Page, name: SceneName) => page.locator(`[data-scene=${name}]`);

async function opened(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByTestId('after-card').waitFor();
  await page.locator('[data-goto=how]').click();
  await page.getByTestId('token-row').waitFor();
}

test('opens at its title, has an address, and Back leads away from it', async ({ page }) => {
  await opened(page);
  await expect(page).toHaveURL(/#\/how$/);
  await expect(page.locator('#how-title')).toBeFocused();
  await expect(page.locator('#how-title')).toBeInViewport();
  for (const name of sceneNames) await expect(scene(page, name).getByRole('heading').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId('after-card')).toBeVisible();
  await page.reload();
  await page.goForward();
  await expect(page.getByTestId('token-row')).toBeVisible();
  expect(page.workers()).toHaveLength(0); // no model is loaded
});

test('α pushes the book’s word back until another leads', async ({ page }) => {
  await opened(page);
  const equation = scene(page, 'equation');
  const slider = equation.getByRole('slider');
  const label = equation.locator('.label [role=rowheader]');
  const score = (word: string) =>
    equation
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: word, exact: true }) })
      .getByRole('cell')
      .nth(3)
      .textContent();
  await slider.fill('0');
  const name = (await label.textContent()) ?? '';
  await expect(equation.locator('mark')).toHaveText(name);
  const before = shownNumber(await score(name));
  await slider.fill('8');
  await expect(label).not.toHaveText(name);
  await expect(page.getByTestId('equation-says')).toContainText((await label.textContent()) ?? '?');
  expect(shownNumber(await score(name))).toBeLessThan(before);
  // The same α, and the same label, in the next scene.
  await expect(scene(page, 'labels').getByRole('slider')).toHaveValue('8');
  const marked = scene(page, 'labels').locator('.marked .label');
  await expect(marked).toHaveText((await label.textContent()) ?? '?');
});

test('every other figure answers to the keyboard', async ({ page }) => {
  await opened(page);
  const reinforce = scene(page, 'reinforce');
  const share = () => reinforce.locator('.answer .share').textContent();
  const before = shownNumber(await share());
  await reinforce.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => shownNumber(await share())).toBeGreaterThan(before);

  const swap = scene(page, 'swap');
  const original = await swap.getByRole('button').last().textContent();
  await swap.getByRole('button').last().focus();
  await page.keyboard.press('Enter');
  await expect(swap.getByRole('button').last()).not.toHaveText(original ?? '');
  await swap.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(swap.getByRole('button', { pressed: true })).toHaveCount(0);

  const train = scene(page, 'train');
  const name = await train.locator('[data-kind=forget] .word').first().textContent();
  const kept = await train.locator('[data-kind=neighbour] .word').first().textContent();
  await train.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(train.locator('[data-kind=forget] .word').first()).not.toHaveText(name ?? '');
  await expect(train.locator('[data-kind=neighbour] .word').first()).toHaveText(kept ?? '');

  const lost = scene(page, 'lost');
  const returned = () => lost.locator('[data-variant=unlearned] dd').textContent();
  expect(shownNumber(await returned())).toBeGreaterThan(20);
  await lost.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => shownNumber(await returned())).toBe(0);
});

test('axe finds nothing in both themes, and nothing is wider than a phone', async ({ page }) => {
  await opened(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
