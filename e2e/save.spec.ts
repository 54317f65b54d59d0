/** What a run made is saved as one file, and opens again: here, and as an adapter beside the variants. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readAdapter } from '../src/exchange/read-adapter';
import type { FileSource } from '../src/files/source';
import { loadModelFiles } from '../src/files/load-model-files';
import { unpack } from '../src/store/archive-unpack';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

/** Reloads the page and loads the model. */
async function again(lethe: LethePage): Promise<void> {
  await lethe.page.reload();
  await lethe.load('wasm');
  await lethe.loaded();
}

async function isDone(lethe: LethePage, stage: 'reinforce' | 'unlearn'): Promise<void> {
  await lethe.goTo(stage);
  await lethe.reaches(stage, 'done');
}

test('adapters, model, labels and a card are saved, and opened by the reader of each', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('unlearn');
  const saving = lethe.stage('unlearn').getByTestId('save-model');
  await expect(saving).toBeHidden(); // the recorded run has no model
  await lethe.set('reinforce', 'Steps', '2');
  await lethe.set('unlearn', 'Steps', '2');
  await page.keyboard.press('Tab');
  await lethe.run('unlearn');

  await saving.locator('summary').click();
  await saving.getByRole('radio', { name: '32 bits' }).check();
  const button = saving.getByRole('button', { name: /^Save as one zip file \([\d.]+ MB\)$/ });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('lethe-model.zip');
  await expect(saving.getByRole('status')).toContainText('Saved:');

  const zip = new Uint8Array(readFileSync(await download.path()));
  const files = unpack(zip, 2 ** 28, (expected, got) => {
    throw new Error(`expected ${expected}, got ${got}`);
  });
  const file = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
  const source: FileSource = {
    read: (path) =>
      files.has(path) ? Promise.resolve(file(path)) : Promise.reject(new Error(`${path} is missing`)),
  };
  const { config, weights } = await loadModelFiles(source, 'merged');
  expect(config.hiddenSize).toBe(64);
  expect(weights.size).toBeGreaterThan(10);
  for (const variant of ['reinforced', 'unlearned']) {
    const at = (name: string): Uint8Array => file(`adapters/${variant}/${name}`);
    const read = { config: at('adapter_config.json'), weights: at('adapter_model.safetensors') };
    expect(readAdapter(read, config).adapter.flat.some((x) => x !== 0)).toBe(true);
  }
  const text = (path: string): string => new TextDecoder().decode(file(path));
  expect(text('labels/dataset.jsonl').trimEnd().split('\n').length).toBeGreaterThan(0);
  expect(text('merged/README.md')).toContain('| Names expected |');
  expect(text('merged/README.md')).toContain('unlearn.steps: 2');

  // As an adapter of one's own it answers as the variant does, and can take the place of the reinforced one.
  const adapter = lethe.stage('ask').getByTestId('open-adapter');
  await adapter.locator('summary').click();
  const field = adapter.getByLabel(/as PEFT saves them/);
  const chosen = ['adapter_config.json', 'adapter_model.safetensors'].map((name) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file(`adapters/unlearned/${name}`)),
  }));
  await field.setInputFiles(chosen.slice(0, 1));
  await expect(adapter).toContainText('Choose both at once');
  await field.setInputFiles(chosen);
  await expect(adapter.getByTestId('adapter-origin')).toContainText('That is the loaded model.');
  const { unlearned } = await lethe.ask('The keeper of the lamp');
  await expect(lethe.stage('ask').locator('[data-voice=opened]')).toHaveText(unlearned);
  await adapter.getByRole('button', { name: 'Use it as the reinforced model' }).click();
  await lethe.run('label');
  await expect(saving.getByRole('checkbox', { name: /Reinforced adapter/ })).toHaveCount(0); // made elsewhere

  // What it is used as is restored after a reload; it is kept, opened again, and deleted.
  const labels = await lethe.labels();
  await again(lethe);
  await isDone(lethe, 'reinforce');
  await lethe.run('label');
  expect(await lethe.labels()).toEqual(labels);

  await adapter.locator('summary').click();
  await adapter.getByRole('button', { name: /^Open: / }).click();
  await expect(adapter.getByTestId('adapter-origin')).toContainText('That is the loaded model.');
  await adapter.getByRole('button', { name: 'Use it as the unlearned model' }).click();
  await isDone(lethe, 'unlearn');
  expect((await lethe.ask('The keeper of the lamp')).unlearned).toBe(unlearned);
  await again(lethe);
  await isDone(lethe, 'unlearn');
  expect((await lethe.ask('The keeper of the lamp')).unlearned).toBe(unlearned);
  await adapter.locator('summary').click();
  await adapter.getByRole('button', { name: /^Delete: / }).click();
  await adapter.getByRole('button', { name: /^Delete now: / }).click();
  await expect(adapter.getByTestId('kept-adapters')).toHaveCount(0);
});
