import { expect, type Locator, type Page } from '@playwright/test';
import { LethePage } from '../tools/browser/page';

/** Shows the anchor check of the shipped world. */
export async function openReview(page: Page): Promise<Locator> {
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('review');
  const review = page.getByTestId('review');
  await expect(page.getByTestId('queue-anchors')).toBeVisible();
  return review;
}
