/** Several tabs, and several copies of the page on one origin. */
import { expect, test, type Page } from '@playwright/test';
import { BuildServer } from '../tools/browser/build-server';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { saved } from './checkpointed';
import { startHeld } from './held';

async function opened(page: Page, address = './#/lab/text'): Promise<LethePage> {
  await useMicroWorld(page);
  await page.goto(address);
  await expect(page.locator('[data-stage=text]')).toBeVisible();
  return new LethePage(page);
}

async function setSteps(lethe: LethePage, steps: string): Promise<void> {
  await lethe.set('reinforce', 'Steps', steps);
  await lethe.page.keyboard.press('Tab');
}

const stepsOf = (lethe: LethePage) => lethe.stage('reinforce').getByLabel('Steps');

async function deleteEverything(page: Page): Promise<void> {
  await new LethePage(page).choose('Projects');
  const dialog = page.getByTestId('projects');
  await dialog.getByText('Delete everything', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete everything now' }).click();
  await expect(dialog).toHaveCount(0); // the page was loaded anew
}

test('when the first tab is closed, the second goes on with what it kept', async ({ page, context }) => {
  const first = await opened(page);
  await setSteps(first, '9');
  const second = await opened(await context.newPage());
  const note = second.page.getByTestId('keeping');
  await expect(note).toContainText('another tab');
  // A tab that is only reloaded keeps its project.
  await page.reload();
  await expect(first.stage('reinforce')).toBeVisible();
  await expect(page.getByTestId('keeping')).toHaveCount(0);
  await setSteps(first, '10');
  const kept = async (): Promise<string> => JSON.stringify(await saved(page, 'page/choices'));
  await expect.poll(kept).toContain('"steps":10,');
  await page.close();
  await expect(note).toHaveCount(0);
  await second.goTo('reinforce');
  await expect(stepsOf(second)).toHaveValue('10');
  await setSteps(second, '11');
  await second.page.reload();
  await second.goTo('reinforce');
  await expect(stepsOf(second)).toHaveValue('11');
});

test('a tab that takes over shows the decisions that were made in the other', async ({ page, context }) => {
  const first = await opened(page);
  await first.goTo('review');
  const second = await opened(await context.newPage());
  await second.goTo('review');
  const queue = (lethe: LethePage) => lethe.page.getByTestId('queue-anchors');
  const progress = (lethe: LethePage) => queue(lethe).getByTestId('progress');
  await expect(progress(second)).toContainText('0 of');
  const grades = second.page.getByRole('tab', { name: 'Grades' });
  await grades.click();
  await queue(first).getByRole('group', { name: 'Item' }).focus();
  await page.keyboard.press('Enter');
  await expect(progress(first)).toContainText(/1 of .*· saved/su);
  await page.close();
  await expect(second.page.getByTestId('keeping')).toHaveCount(0);
  await expect(grades).toHaveAttribute('aria-selected', 'true'); // what was looked at is still shown
  await second.page.getByRole('tab', { name: 'Anchor terms' }).click();
  await expect(progress(second)).toContainText('1 of');
});

test('deleting everything stops a tab at work', async ({ page, context }) => {
  const working = await opened(page);
  await working.load('wasm');
  await working.loaded();
  await working.set('reinforce', 'Steps', '2000');
  await startHeld(working, 'reinforce');
  const other = (await opened(await context.newPage())).page;
  await deleteEverything(other);
  await expect(page.getByTestId('keeping')).toContainText('This tab has stopped');
  await working.reaches('reinforce', 'failed');
  await setSteps(working, '7');
  expect(await saved(other, 'run/checkpoint')).toBeUndefined();
  await page.reload();
  await expect(page.getByTestId('interrupted')).toHaveCount(0);
});

test('what a full disk refused is saved once there is room, by page and worker', async ({ page }) => {
  const fill = (): void => {
    Object.assign(globalThis, { original: Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  };
  const free = (): void => {
    const original = Reflect.get(globalThis, 'original') as PropertyDescriptor;
    Object.defineProperty(IDBObjectStore.prototype, 'put', original);
  };
  const lethe = await opened(page);
  await lethe.load('wasm');
  await lethe.loaded();
  const [worker] = page.workers();
  await Promise.all([page.evaluate(fill), worker?.evaluate(fill)]);
  await setSteps(lethe, '3');
  await lethe.run('reinforce');
  const note = page.getByTestId('keeping');
  await expect(note).toContainText('storage is full');
  await page.evaluate(free);
  await page.waitForTimeout(6000); // the page has saved its part
  await expect(note).toContainText('storage is full');
  await worker?.evaluate(free);
  await expect(note).toHaveCount(0);
  await page.reload();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('reinforce');
  await lethe.reaches('reinforce', 'done');
  expect(await lethe.losses('reinforce')).toHaveLength(3);
});

test.describe('two copies on one origin', () => {
  test.use({ serviceWorkers: 'allow' });

  test('never touch each other', async ({ page, context }) => {
    const server = new BuildServer('dist', ['/', '/b/']);
    const origin = await server.start();
    const [a, b] = [new LethePage(page), new LethePage(await context.newPage())];
    for (const [lethe, path, steps] of [
      [a, '', '21'],
      [b, 'b/', '22'],
    ] as const) {
      await lethe.page.goto(origin + path);
      await expect(lethe.page.locator('html')).toHaveAttribute('data-offline', 'ready');
      await setSteps(lethe, steps);
      await lethe.page.getByLabel('Theme').selectOption('dark');
    }
    await deleteEverything(a.page);
    await expect(b.page.getByTestId('keeping')).toHaveCount(0);
    await b.page.reload();
    await expect(b.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await b.goTo('reinforce');
    await expect(stepsOf(b)).toHaveValue('22');
    await a.goTo('reinforce');
    await expect(stepsOf(a)).not.toHaveValue('21');
    await context.setOffline(true);
    await b.page.reload();
    await expect(b.page.locator('[data-goto=evaluate]')).toContainText('recorded');
    server.stop();
  });
});
