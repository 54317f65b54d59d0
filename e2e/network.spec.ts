/** Files that fail. `npm run faults` tries every kind of failure; these are a few of them. */
import { expect, test } from '@playwright/test';
import { BuildServer } from '../tools/browser/build-server';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { failOnce } from '../tools/faults/fail-once';
import { visitLab } from '../tools/faults/visit';

const server = new BuildServer('dist');
let address = '';
test.beforeEach(async () => {
  server.faultOf = () => null;
  address = await server.start();
});
test.afterEach(() => server.stop());

for (const fault of ['cut', 'html'] as const) {
  test(`a visit succeeds without a reload though every file is ${fault} at its first request`, async ({
    page,
  }) => {
    const failed = failOnce(server, fault);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await visitLab(page, address);
    expect(loads).toBe(1);
    expect(failed.size).toBeGreaterThan(80);
  });
}

test('a runtime that did not start says why, and starts at the next try', async ({ page }) => {
  const lethe = new LethePage(page);
  server.faultOf = (path) => (/ort-wasm.*\.wasm$/u.test(path) ? '500' : null);
  await page.goto(address);
  await lethe.load('wasm');
  await expect(lethe.alert()).toContainText(/The runtime could not be started: ort-wasm.*HTTP 500/);
  await expect(lethe.alert()).not.toContainText(/batch|WASM backend/u);
  server.faultOf = () => null;
  await lethe.alert().getByRole('button', { name: 'Try again' }).click();
  expect(await lethe.loaded()).toContain('WASM');
});

for (const path of ['models.json', 'worlds/marrowmere/retain.json']) {
  test(`without ${path}, settings are saved all the same, and Load recovers`, async ({ page }) => {
    const lethe = new LethePage(page);
    await useMicroWorld(page);
    await lethe.open();
    await lethe.set('reinforce', 'Steps', '21');
    await page.keyboard.press('Tab');
    await page.route(`**/${path}`, (route) => route.fulfill({ status: 500 }));
    await page.reload();
    await expect(lethe.alert()).toContainText(path);
    const runsOn = page.getByLabel('Runs on');
    await lethe.setUp(async () => {
      await runsOn.selectOption('wasm');
    });
    await page.reload();
    await expect(lethe.alert()).toContainText(path);
    await lethe.setUp(() => expect(runsOn).toHaveValue('wasm'));
    await page.unroute(`**/${path}`);
    await useMicroWorld(page);
    await lethe.load('wasm');
    await lethe.loaded();
    await expect(lethe.alert()).toHaveCount(0);
    await lethe.goTo('reinforce');
    await expect(lethe.stage('reinforce').getByLabel('Steps')).toHaveValue('21');
  });
}
