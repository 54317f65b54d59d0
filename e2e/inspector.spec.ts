/** Why this label? A token is pinned by keyboard, α moves, and the label flips where the record says it does. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseLabels } from '../src/unlearn/parse-labels';
import { labelAt, segmentsOf } from '../src/unlearn/alpha-envelope';
import { supervised } from '../src/unlearn/record';
import { violations } from './axe';
import { useMicroWorld } from './micro-world';
import { LethePage } from './page';

test('a pinned token tells why, and the saved record tells the same', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '30');
  await lethe.set('reinforce', 'Learning rate', '0.02');
  await lethe.run('reinforce');
  await lethe.run('label');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Record, to open again' }).click(),
  ]);
  const path = await download.path();
  const labels = parseLabels(readFileSync(path), 'labels.safetensors');
  const [block] = labels.blocks;
  if (!block) throw new Error('the record holds no block');

  // The first token whose label flips well inside of 0–10.
  const positions = supervised(block);
  const row = positions.findIndex((_, r) =>
    segmentsOf(block.envelope, r).some(({ from }) => from > 0.2 && from < 9.8),
  );
  const flip = segmentsOf(block.envelope, row).find(({ from }) => from > 0.2 && from < 9.8)?.from ?? 0;
  const textAt = (alpha: number): string =>
    (labels.vocabulary[labelAt(block.envelope, row, alpha)] ?? '').replaceAll(' ', '·').replaceAll('\n', '↵');

  const inspector = page.getByTestId('inspector').first();
  const strip = inspector.getByRole('listbox');
  await strip.focus();
  for (let i = 0; i < (positions[row] ?? 0); i++) await page.keyboard.press('ArrowRight');
  const slider = inspector.getByRole('slider');
  const label = inspector.getByTestId('label');
  const [below, above] = [flip - 0.1, flip + 0.1];
  await slider.fill((Math.round(below / 0.05) * 0.05).toFixed(2));
  await expect(label).toHaveText(textAt(Math.round(below / 0.05) * 0.05));
  await slider.fill((Math.round(above / 0.05) * 0.05).toFixed(2));
  await expect(label).toHaveText(textAt(Math.round(above / 0.05) * 0.05));
  expect(textAt(below)).not.toBe(textAt(above));

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page)).toEqual([]);
    await inspector.screenshot({ path: `test-results/inspector-${scheme}.png` });
  }

  // The saved record, opened on a page without a model, shows the same block.
  await page.reload();
  await page.getByLabel('Record (.safetensors)').setInputFiles(path);
  await expect(page.getByTestId('opened-record').getByRole('option')).toHaveCount(block.ids.length);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByTestId('opened-record').screenshot({ path: 'test-results/inspector-phone.png' });
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Record (.safetensors)').setInputFiles({
    name: 'junk.safetensors',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('junk'),
  });
  await expect(lethe.alert()).toContainText('junk.safetensors');
  await expect(page.getByTestId('opened-record').getByRole('option')).toHaveCount(block.ids.length);
});
