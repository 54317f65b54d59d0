/** After one visit everything shipped works with the network off, threads included. */
import { expect, test } from '@playwright/test';
import { LethePage } from '../tools/browser/page';

test.use({ serviceWorkers: 'allow' });

test('offline, the page opens, loads the model on WASM and answers', async ({ page, context }) => {
  const lethe = new LethePage(page);
  await lethe.open();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-offline', 'ready');

  await context.setOffline(true);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await lethe.load('wasm');
  const threads = Math.min(await page.evaluate(() => navigator.hardwareConcurrency), 8);
  expect(await lethe.loaded()).toContain(`Threads: ${threads}`);
  const answers = await lethe.ask('My cousin read in the library that the mother of Orrin is');
  expect(answers.baseline).toContain('Halda');
});

test('without isolation headers from the host, threads work from the second visit on', async ({
  page,
  context,
}) => {
  await context.route('**/*', async (route) => {
    if (!route.request().isNavigationRequest()) return route.continue();
    const response = await route.fetch();
    const { 'cross-origin-opener-policy': _, ...headers } = response.headers();
    return route.fulfill({ response, headers });
  });
  const lethe = new LethePage(page);
  await lethe.open();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await expect(page.locator('html')).toHaveAttribute('data-offline', /keeping|ready/);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the page can be installed', async ({ page, request, baseURL }) => {
  await page.goto('./');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest: unknown = await (await request.get(new URL(href ?? '', baseURL).href)).json();
  expect(manifest).toMatchObject({ short_name: 'Lethe', start_url: './', display: 'standalone' });
});
