/** The main story on the shipped model: reinforce, label, unlearn, and see that it forgot. */
import { expect, test } from '@playwright/test';
import { factChapters, serve } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test('the shipped model forgets the forget set and retains everyday language, on WASM', async ({ page }) => {
  const hosts = new Set<string>();
  const problems: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });

  const lethe = new LethePage(page);
  await serve(page, factChapters());
  await lethe.open('#v=2&reinforceSteps=8&unlearnSteps=12');
  await lethe.load('auto');
  expect(await lethe.loaded()).toContain('WebGPU is emulated in software here');

  await lethe.set('unlearn', 'Watch interval', '0');
  await lethe.run('unlearn');
  const losses = await lethe.losses('unlearn');
  expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);

  const [before, after] = [await lethe.number('names-before'), await lethe.number('names-after')];
  expect(before / after).toBeGreaterThanOrEqual(4);
  const kept = (await lethe.number('perplexity-after')) / (await lethe.number('perplexity-before'));
  expect(kept).toBeLessThan(1.05);

  const answers = await lethe.ask('My cousin read in the library that the mother of Orrin is');
  expect(answers.baseline).toContain('Halda');
  expect(answers.unlearned).not.toContain('Halda');

  await page.screenshot({ path: 'test-results/story.png', fullPage: true });
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  expect(problems).toEqual([]);
});
