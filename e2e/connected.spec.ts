/** The entry that may ask other hosts: the browser lets it, and keeps the other from it, in the page and in its worker. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { violations } from './axe';

let elsewhere: Server;
const host = (): string => `localhost:${(elsewhere.address() as AddressInfo).port}`;

test.beforeEach(async () => {
  elsewhere = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.end('answer');
  }).listen(0);
  await new Promise((resolve) => elsewhere.once('listening', resolve));
});

test.afterEach(() => {
  elsewhere.close();
});

/** What a request gives; runs inside the page or a worker. */
const request = (url: string): Promise<string> =>
  fetch(url).then(
    (response) => response.text(),
    () => 'refused',
  );

test('connecting is a link; what is asked then is listed, and the way back is refused again', async ({
  page,
}) => {
  await useMicroWorld(page);
  const lethe = new LethePage(page);
  await lethe.open('#/lab/text');
  expect(await page.evaluate(request, `http://${host()}/a`)).toBe('refused');
  await expect(page.getByTestId('connection')).toHaveCount(0);
  await page.getByTestId('more').click();
  await page.getByRole('link', { name: 'Connect …' }).click();

  const connection = page.getByTestId('connection');
  await expect(connection).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/lab/text');
  const spawned = page.waitForEvent('worker');
  await lethe.load('wasm');
  const lab = await spawned;
  await lethe.loaded();
  await connection.click();
  await expect(page.getByText('No other host has been asked yet.')).toBeVisible();
  expect(await lab.evaluate(request, `http://${host()}/b`)).toBe('answer');
  await expect(page.getByText(host())).toBeVisible();
  expect(await page.evaluate(request, `http://${host().replace('localhost', '127.0.0.1')}/c`)).toBe('answer');
  await expect(page.getByRole('listitem').filter({ hasText: '127.0.0.1' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }

  await page.getByRole('link', { name: 'Disconnect' }).click();
  await expect(connection).toHaveCount(0);
  expect(await page.evaluate(request, `http://${host()}/d`)).toBe('refused');
});
