/** First-time visitors get one hint at a time, and can dismiss them. */
import { expect, test } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test('the tour follows completed actions, can be dismissed, and comes back on request', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  const tour = page.getByTestId('tour');
  await expect(tour).toHaveAttribute('data-hint', 'anchors');
  await lethe.goTo('anchors');
  await expect(tour).toHaveAttribute('data-hint', 'labels');
  await lethe.load('wasm');
  await lethe.loaded();
  await expect(tour).toHaveAttribute('data-hint', 'ask');
  await lethe.ask('A girl');
  await expect(tour).toHaveAttribute('data-hint', 'reinforce');
  await lethe.set('reinforce', 'Steps', '2');
  await lethe.set('unlearn', 'Steps', '2');
  await lethe.run('unlearn');
  await expect(tour).toHaveAttribute('data-hint', 'askAgain');
  await lethe.ask('A girl');
  await expect(tour).toHaveAttribute('data-hint', 'evaluate');
  await tour.getByRole('button').click();
  await expect(tour).toHaveCount(0);
  await page.reload();
  await expect(lethe.stage('unlearn')).toBeVisible();
  await expect(tour).toHaveCount(0);
  await lethe.choose('Show hints');
  await expect(tour).toBeVisible();
});
