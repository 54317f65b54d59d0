/** The content security policy holds in the page and in every worker, whatever headers the host sends. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Worker } from '@playwright/test';
import { BuildServer } from '../tools/browser/build-server';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

/** Other hosts, which let every page read their answers, and the requests that reached them. */
let elsewhere: Server;
let another: Server;
let reached: string[];
const addressOf = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}/`;
const address = (): string => addressOf(elsewhere);

test.beforeEach(async () => {
  reached = [];
  const answering = async (): Promise<Server> => {
    const server = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.end('answer');
    }).listen(0);
    await new Promise((resolve) => server.once('listening', resolve));
    return server;
  };
  [elsewhere, another] = [await answering(), await answering()];
});

test.afterEach(() => {
  elsewhere.close();
  another.close();
});

/** What a request gives; runs inside the page or a worker. */
const request = (url: string): Promise<string> =>
  fetch(url).then(
    (response) => response.text(),
    () => 'refused',
  );

/** The same in a worker that `parent` starts from a script of the site, as the runtime starts its threads. */
const askedBelow = (parent: Worker, script: string, asked = address()): Promise<string> =>
  parent.evaluate(
    ([url, other]) =>
      new Promise<string>((resolve) => {
        const worker = new Worker(url, { type: 'module' });
        worker.addEventListener('message', ({ data }) => {
          resolve(String(data));
        });
        worker.addEventListener('error', () => {
          resolve('did not start');
        });
        worker.postMessage(other);
      }),
    [script, asked] as const,
  );

const probe = `addEventListener('message', ({ data }) =>
  fetch(data).then((response) => response.text(), () => 'refused').then((said) => postMessage(said)))`;

test.describe('with the service worker, on a host that sends no policy', () => {
  test.use({ serviceWorkers: 'allow' });
  const server = new BuildServer('dist');
  test.afterEach(() => server.stop());

  test('neither page nor worker reaches another host, and no message makes the service worker do so', async ({
    page,
    context,
  }) => {
    await page.goto(await server.start());
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready');
    await page.reload();
    const lethe = new LethePage(page);
    const spawned = page.waitForEvent('worker');
    await lethe.load('wasm');
    await lethe.loaded();
    expect(await page.evaluate(request, address())).toBe('refused');
    expect(await (await spawned).evaluate(request, address())).toBe('refused');
    await page.evaluate(async (url) => {
      const { active } = await navigator.serviceWorker.ready;
      for (const message of [url, { url }, { kind: 'fetch', url }, { kind: 'kept', url }])
        active?.postMessage(message);
    }, address());
    expect(await page.evaluate(request, `./assets/none.js?${address()}`)).not.toBe('answer');
    expect(context.serviceWorkers()).toHaveLength(1);
    expect(reached).toEqual([]);
  });
});

for (const sends of ['a policy', 'no policy']) {
  test(`on a host that sends ${sends}, no worker reaches another host`, async ({ page }) => {
    expect(await request(address())).toBe('answer');
    reached = [];
    await useMicroWorld(page);
    if (sends === 'no policy') {
      await page.route(/\/(?:[^/]+\.m?js)?$/u, async (route) => {
        const response = await route.fetch();
        const { 'content-security-policy': _, ...headers } = response.headers();
        await route.fulfill({ response, headers });
      });
    }
    await page.route('**/probe.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: probe }),
    );
    const lethe = new LethePage(page);
    await lethe.open();
    const spawned = page.waitForEvent('worker');
    await lethe.load('wasm');
    const lab = await spawned;
    expect(await lethe.loaded()).toContain('WASM');
    expect(await page.evaluate(request, address())).toBe('refused');
    expect(await lab.evaluate(request, address())).toBe('refused');
    expect(await askedBelow(lab, new URL('probe.js', page.url()).href)).toBe('refused');
    // A worker started from an address would have a policy of its own, or none. The runtime's threads cannot be asked.
    const started = page.workers().map((worker) => new URL(worker.url()).protocol);
    expect(started.length).toBeGreaterThan(1);
    expect(started.filter((protocol) => protocol !== 'blob:')).toEqual([]);
    expect(reached).toEqual([]);
  });
}

test('the connected page and its workers reach another host, say so, and lead back; the strict page stays strict', async ({
  page,
}) => {
  await useMicroWorld(page);
  await page.route('**/probe.js', (route) => route.fulfill({ contentType: 'text/javascript', body: probe }));
  const lethe = new LethePage(page);
  await lethe.open();
  await page.getByTestId('setup').click();
  await page.getByRole('button', { name: 'Your models…' }).click();
  await page.getByRole('link', { name: 'Connect…' }).click();
  const note = page.getByTestId('connected');
  await expect(note).toContainText('Connected: this page may use the network. It has asked no other host.');
  expect(new URL(page.url()).hash).toBe('#/lab/text');

  const spawned = page.waitForEvent('worker');
  await lethe.load('wasm');
  const lab = await spawned;
  expect(await lethe.loaded()).toContain('WASM');
  expect(await page.evaluate(request, address())).toBe('answer');
  await expect(note).toContainText(`Asked so far: ${new URL(address()).host}`);
  const byNumber = new URL(address().replace('localhost', '127.0.0.1'));
  expect(await lab.evaluate(request, byNumber.href)).toBe('answer');
  await expect(note).toContainText(`Asked so far: ${new URL(address()).host}, ${byNumber.host}`);
  // A worker below the lab, as a thread of the runtime.
  expect(await askedBelow(lab, new URL('probe.js', page.url()).href, addressOf(another))).toBe('answer');
  await expect(note).toContainText(`${byNumber.host}, ${new URL(addressOf(another)).host}`);

  await note.getByRole('link').click();
  await expect(page.getByTestId('setup')).toBeVisible();
  await expect(note).toHaveCount(0);
  expect(await page.evaluate(request, address())).toBe('refused');
});
