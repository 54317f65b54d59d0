/** Why this label? A token is pinned by keyboard, α moves, and the label flips where the record says it does. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { settingFields } from '../src/methods/settings';
import { parseLabels } from '../src/unlearn/parse-labels';
import { labelAt, segmentsOf } from '../src/unlearn/alpha-envelope';
import { supervised, type Labels } from '../src/unlearn/record';
import { violations } from './axe';
import { useShortTexts } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

const { step, max } = settingFields.alpha;
/** The nearest value of the slider. */
const onGrid = (alpha: number): number => Math.round(alpha / step) * step;

/** Every α at which a label flips, well inside the slider's range. */
function flipsOf({ blocks }: Labels) {
  return blocks.flatMap((block, b) =>
    supervised(block).flatMap((position, row) =>
      segmentsOf(block.envelope, row)
        .slice(1)
        .filter(({ from }) => from > 0.3 && from < max - 0.3)
        .map(({ from }) => ({ block: b, position, row, alpha: from })),
    ),
  );
}

test('a pinned token explains its label, and the saved record agrees', async ({ page }) => {
  const lethe = new LethePage(page);
  await useShortTexts(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '6');
  await lethe.run('reinforce');
  await lethe.run('label');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Record, to open again' }).click(),
  ]);
  const path = await download.path();
  const labels = parseLabels(readFileSync(path), 'labels.safetensors');
  const flips = flipsOf(labels);
  const [flip] = flips;
  if (!flip) throw new Error('no label flips: nothing to move α for');
  const block = labels.blocks[flip.block];
  const textAt = (alpha: number): string =>
    (labels.vocabulary[block ? labelAt(block.envelope, flip.row, alpha) : 0] ?? '')
      .replaceAll(' ', '·')
      .replaceAll('\n', '↵');

  const inspector = page.getByTestId('inspector').first();
  await inspector.getByLabel(/^Block/).fill(String(flip.block + 1));
  await inspector.getByLabel(/^Block/).press('Enter');
  await inspector.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < flip.position; i++) await page.keyboard.press('ArrowRight');
  const label = inspector.getByTestId('label');
  for (const alpha of [onGrid(flip.alpha - 0.1), onGrid(flip.alpha + 0.1)]) {
    await inspector.getByRole('slider').fill(alpha.toFixed(1));
    await expect(label).toHaveText(textAt(alpha));
  }
  expect(textAt(flip.alpha - 0.1)).not.toBe(textAt(flip.alpha + 0.1));

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page)).toEqual([]);
    await inspector.screenshot({ path: `test-results/inspector-${scheme}.png` });
  }

  // The saved record, opened on a page without a model, shows the same block.
  await page.reload();
  await lethe.goTo('label');
  await page.getByLabel('Record (.safetensors)').setInputFiles(path);
  await expect(page.getByTestId('opened-record').getByRole('listbox').getByRole('option')).toHaveCount(
    labels.blocks[0]?.ids.length ?? 0,
  );
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('opened-record').getByRole('button', { name: 'Record, to open again' }).click(),
  ]);
  expect(readFileSync(await again.path()).equals(readFileSync(path))).toBe(true);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByTestId('opened-record').screenshot({ path: 'test-results/inspector-phone.png' });
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Record (.safetensors)').setInputFiles({
    name: 'junk.safetensors',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('junk'),
  });
  await expect(lethe.alert()).toContainText('junk.safetensors');
  await expect(page.getByTestId('opened-record').getByRole('listbox').getByRole('option')).toHaveCount(
    labels.blocks[0]?.ids.length ?? 0,
  );
});

test('the recorded labels open before a name that turns into another word as α grows', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open('#/lab/label');
  const inspector = page.getByTestId('inspector');
  await expect(inspector).toContainText(
    /The text says “\p{L}+”; a stranger would say “\p{L}+”, from α = [\d.]+ on\./u,
  );
  const label = inspector.getByTestId('label');
  const word = (await label.textContent()) ?? '';
  await inspector.getByRole('slider').fill('0');
  await expect(label).not.toHaveText(word);
  await expect(inspector).toContainText(/and so would a stranger; from α = [\d.]+ on/u);
  // Every word has both its logits, the winner included.
  await expect(inspector).not.toContainText('not in this file');
  await inspector.getByRole('button', { name: 'Next name' }).click();
  await expect(inspector).toContainText('The text says');
});
