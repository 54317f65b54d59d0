/** Conference mode: the story plays from the recorded run until a visitor touches anything. */
import { expect, test } from '@playwright/test';
import { LethePage } from '../tools/browser/page';

test('the story plays automatically, and any key hands over the page', async ({ page }) => {
  await page.clock.install();
  const lethe = new LethePage(page);
  await page.goto('./?demo');
  const caption = page.getByTestId('demo');
  await expect(caption).toHaveAttribute('data-scene', 'text');
  const told = new Set<string>();
  for (let i = 0; i < 80 && !told.has('review'); i++) {
    await page.clock.runFor(2000);
    told.add((await caption.getAttribute('data-scene')) ?? '');
  }
  for (const scene of ['before', 'anchors', 'reinforce', 'label', 'unlearn', 'after', 'evaluate', 'review'])
    expect([...told]).toContain(scene);
  await expect(lethe.stage('ask').locator('[data-voice=unlearned]')).not.toBeEmpty();
  await page.keyboard.press('Shift');
  await expect(caption).toHaveCount(0);
  await expect(lethe.stage('review')).toBeVisible(); // the page stays where it was
});
