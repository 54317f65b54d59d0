/** The page before any model is loaded: a recorded run on every stage, and nothing of the model fetched. */
import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { defaultSettings, pipelineOf } from '../src/methods/settings';
import { stagesOf } from '../src/pipeline/stage';

test('a page without a model tells the whole story from a recorded run', async ({ page }) => {
  const weights: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.safetensors') && request.url().includes('/models/'))
      weights.push(request.url());
  });
  const lethe = new LethePage(page);
  await lethe.open();
  for (const name of stagesOf(pipelineOf(defaultSettings), defaultSettings)) {
    await expect(page.locator(`[data-goto=${name}]`)).toContainText('recorded');
    await lethe.goTo(name);
    await expect(lethe.stage(name).getByTestId('recorded')).toContainText('seed 1');
  }
  await lethe.goTo('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(24);
  await lethe.goTo('label');
  await expect(lethe.stage('label').getByTestId('label-summary')).toBeVisible();
  await lethe.goTo('evaluate');
  await expect(lethe.stage('evaluate').getByRole('table').first()).toBeVisible();
  // Every variant has answered the first recorded prompt; a suggested one is answered too.
  for (const variant of ['baseline', 'reinforced', 'equation1', 'unlearned', 'gold'])
    await expect(lethe.stage('ask').locator(`[data-voice=${variant}]`)).not.toBeEmpty();
  expect(weights).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test('a run on this device replaces the recorded one', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await expect(page.locator('[data-goto=reinforce]')).toContainText('recorded');
  await lethe.load('wasm');
  await lethe.loaded();
  // The micro model is not the one that was recorded.
  await expect(page.locator('[data-goto=reinforce]')).toContainText('ready');
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
  await expect(page.locator('[data-goto=reinforce]')).toContainText('done');
  expect(await lethe.losses('reinforce')).toHaveLength(3);
});

test('each place fetches what it shows of the recorded run, and the first one the proof alone', async ({
  page,
}) => {
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const [, name] = /\/recorded\/([^?]+)/u.exec(request.url()) ?? [];
    if (name !== undefined) fetched.add(name);
  });
  const lethe = new LethePage(page);
  await page.goto('./');
  await expect(page.getByTestId('after-card')).toBeVisible();
  await expect(page.getByTestId('run-here').getByRole('button')).toBeEnabled();
  expect([...fetched]).toEqual(['proof.json']);
  await lethe.goTo('label');
  await expect(lethe.stage('label').getByTestId('label-summary')).toBeVisible();
  expect([...fetched].sort()).toEqual(['labels.safetensors', 'proof.json', 'run.json']);
  await lethe.goTo('evaluate');
  await expect(lethe.stage('evaluate').getByRole('table').first()).toBeVisible();
  expect([...fetched]).toContain('report.json');
});
