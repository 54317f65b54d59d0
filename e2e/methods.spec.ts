/** Another method than WHP, in the page: its stages, its settings, and a run that forgets. */
import { expect, test } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test('gradient difference can be chosen, omits the stages it does not need, and trains', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.setUp(() => page.getByRole('radio', { name: 'Gradient difference' }).check());
  await lethe.load('wasm');
  await lethe.loaded();
  for (const name of ['reinforce', 'label'] as const) {
    await expect(page.locator(`[data-goto=${name}]`)).toContainText('not used');
    await lethe.goTo(name);
    await expect(lethe.stage(name).getByRole('button', { name: /^Run/ })).toHaveCount(0);
  }
  await lethe.set('unlearn', 'Steps', '6');
  await lethe.set('unlearn', 'Weight of the retain rows', '2');
  await lethe.run('unlearn');
  const losses = await lethe.losses('unlearn');
  expect(losses).toHaveLength(6);
  expect(losses[5]).toBeLessThan(losses[0] ?? Number.NaN);
  await expect(page.locator('[data-goto=unlearn]')).toContainText('done');
  await lethe.set('unlearn', 'Weight of the retain rows', '3');
  await expect(page.locator('[data-goto=unlearn]')).toContainText('out of date');

  // The link carries the method and its settings.
  await lethe.choose('Copy link');
  expect(page.url()).toContain('method=gradDiff');
  expect(page.url()).toContain('gradDiffRetainWeight=3');
});
