/** The place where runs are compared: they are kept, trained as a sweep, compared, repeated and deleted. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { parseCsv } from '../src/base/csv';
import { microMadeIn } from '../src/exchange/micro-made';
import { zipPieces } from '../src/store/archive-stream';
import { unpack } from '../src/store/archive-unpack';
import { violations } from './axe';
import { useFewQuestions, useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

/** A page with the micro world, loaded, whose trainings take a few steps. */
async function loaded(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await useFewQuestions(page);
  await lethe.open('#/lab/text?v=2&reinforceSteps=3&unlearnSteps=4');
  await lethe.load('wasm');
  await lethe.loaded();
  return lethe;
}

const openRuns = (page: Page): Promise<void> => page.locator('[data-goto=runs]').click();
const rowOf = (page: Page, name: string | RegExp) =>
  page
    .getByTestId('runs')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

test('before there are runs, the recorded one is shown, and a button makes the first', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  await openRuns(page);
  await expect(page.locator('#runs-title')).toBeFocused();
  await expect(page.getByTestId('no-runs').getByRole('button', { name: /^Run it here/ })).toBeEnabled();
  await expect(rowOf(page, /Recorded run/)).toHaveCount(1);
  const chart = page.getByTestId('forgotten-kept');
  await expect(chart.getByRole('button', { name: /^never read it: forgotten/ })).toBeVisible();
  // A row of the table is one or two lines high, and no text of the chart is smaller than 12 pixels.
  expect((await rowOf(page, /Recorded run/).boundingBox())?.height).toBeLessThan(64);
  const sizes = await chart.locator('svg text').evaluateAll((texts) =>
    texts.map((text) => {
      const matrix = text instanceof SVGGraphicsElement ? text.getScreenCTM() : null;
      const scale = Math.hypot(matrix?.a ?? 0, matrix?.b ?? 0); // one text is turned
      return scale * Number.parseFloat(getComputedStyle(text).fontSize);
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  // The dots and the table choose the same rows.
  await chart.getByRole('button', { name: /^Recorded run: forgotten/ }).focus();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, /Recorded run/).getByRole('checkbox')).toBeChecked();
});

test('a sweep trains every value with every seed, goes on after a cancel, and its runs are compared', async ({
  page,
}) => {
  const lethe = await loaded(page);
  await openRuns(page);
  const sweep = page.getByTestId('sweep');
  await sweep.getByLabel('Setting to vary').selectOption({ value: 'unlearnSteps' });
  await sweep.getByLabel('Its values').fill('2, 0');
  await expect(sweep.getByText('“0” is not a whole number from 1 to 100,000.')).toBeVisible();
  await sweep.getByLabel('Its values').fill('2, 5');
  await sweep.getByLabel('Seeds').fill('1, 2');
  await sweep.getByRole('button', { name: 'Train 4 runs' }).click();

  // Cancelled after the first run is there; what was made stays, and the sweep survives a reload.
  await expect(rowOf(page, /Run 1/)).toHaveCount(1);
  await sweep.getByRole('button', { name: 'Cancel' }).click();
  await expect(sweep.getByText(/of 4 runs are there/)).toBeVisible();
  await page.reload();
  await openRuns(page);
  await expect(sweep.getByText(/A sweep is unfinished/)).toBeVisible();
  await lethe.load('wasm');
  await lethe.loaded();
  await sweep.getByRole('button', { name: 'Go on with the sweep' }).click();
  await expect(sweep.getByRole('button', { name: /^Train/ })).toBeVisible({ timeout: 300_000 });
  const two = rowOf(page, /Runs 1, 3/);
  const five = rowOf(page, /Runs 2, 4/);
  await expect(two).toContainText('unlearn.steps = 2');
  await expect(five).toContainText('2 seeds');
  // A sweep chooses settings, so it looks at the development items only.
  await expect(two).toContainText('development items');
  await expect(five).toContainText('development items');

  // The settings of the lab are as before.
  await lethe.goTo('unlearn');
  await expect(lethe.stage('unlearn').getByLabel('Steps')).toHaveValue('4');
  await openRuns(page);

  await two.getByRole('checkbox').check();
  await five.getByRole('checkbox').check();
  const compared = page.getByTestId('compared');
  await expect(compared).toContainText('unlearn.steps');
  await expect(compared.getByRole('row', { name: /^Everyday perplexity Unlearned/ })).toHaveCount(1);
  await page.getByLabel('Curve').selectOption({ label: 'Loss' });
  await expect(page.getByTestId('run-curves').locator('svg path')).toHaveCount(5); // and the recorded one
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }

  // The command for both seeds.
  await two.getByRole('button', { name: /Runs 1, 3/ }).click();
  const command = page.getByTestId('command');
  await expect(command).toContainText('--split development');
  await expect(command).toContainText('--set unlearn.steps=2 --seeds 1,2');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'All runs as CSV' }).click(),
  ]);
  const rows = parseCsv(readFileSync(await download.path(), 'utf8'));
  expect(rows.filter(({ fields }) => /^\d+$/.test(fields[0] ?? ''))).toHaveLength(4);

  // Repeated, a run is measured on the test items.
  await page.getByRole('button', { name: 'Repeat: Run 1' }).click();
  await expect(rowOf(page, /Run 5/)).toHaveCount(1, { timeout: 120_000 });
  await expect(rowOf(page, /Run 5/)).not.toContainText('development items');
});

test('a run is taken to a cluster as a zip file with its texts and the programs', async ({ page }) => {
  await page.goto('./');
  await openRuns(page);
  await rowOf(page, /Recorded run/)
    .getByRole('button', { name: /Recorded run/ })
    .click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Take this run to a cluster: Recorded run' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('recorded-run.zip');
  const files = unpack(new Uint8Array(readFileSync(await download.path())), 2 ** 24, (expected, got) => {
    throw new Error(`expected ${expected}, got ${got}`);
  });
  for (const name of [
    'run.json',
    'forget.json',
    'dictionary.json',
    'terms.json',
    'train.py',
    'requirements.txt',
    'README.md',
  ])
    expect([...files.keys()]).toContain(name);
});

test('what a cluster made is opened from a zip file, says where it was made, and is refused if a file is missing', async ({
  page,
}) => {
  const files = [...microMadeIn('made')];
  const zipOf = (some: typeof files) => ({
    name: 'made.zip',
    mimeType: 'application/zip',
    buffer: Buffer.concat([...zipPieces(some.map(([path, bytes]) => ({ path, pieces: () => [bytes] })))]),
  });
  await page.goto('./');
  await openRuns(page);
  await page.getByText('Open what a run made on a cluster').click();
  const zip = page.getByTestId('open-made').getByLabel('Zip file');
  await zip.setInputFiles(zipOf(files.filter(([path]) => !path.endsWith('unlearned/adapter_config.json'))));
  await expect(page.getByRole('alert')).toContainText(
    'The folder has no adapters/unlearned/adapter_config.json',
  );
  await zip.setInputFiles(zipOf(files));
  await expect(page.getByTestId('open-made').getByRole('status')).toContainText('reinforced, unlearned');
  await expect(rowOf(page, /Run 1/)).toContainText('train.py, 1 process');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a run is shown, pinned, repeated and deleted', async ({ page }) => {
  const lethe = await loaded(page);
  await lethe.run('evaluate');
  await lethe.set('unlearn', 'Steps', '2');
  await page.keyboard.press('Tab');
  await lethe.run('evaluate');
  await openRuns(page);
  await rowOf(page, /Run 1/).getByRole('button', { name: /Run 1/ }).click();
  await page.getByRole('button', { name: 'Pin: Run 1' }).click();
  await expect(page.getByTestId('runs').getByRole('rowheader').first()).toContainText('Run 1');
  await page.getByLabel(/Filter by/).fill('unlearn.steps = 2');
  await expect(rowOf(page, /Run 1/)).toHaveCount(0);
  await page.getByLabel(/Filter by/).fill('');

  await page.getByRole('button', { name: 'Repeat: Run 1' }).click(); // its row is still open
  await lethe.goTo('unlearn');
  await expect(lethe.stage('unlearn').getByLabel('Steps')).toHaveValue('4');
  await lethe.goTo('evaluate');
  await lethe.reaches('evaluate', 'done');

  await openRuns(page);
  await rowOf(page, /Run 2/).getByRole('button', { name: /Run 2/ }).click();
  await page.getByRole('button', { name: 'Delete: Run 2' }).click();
  await expect(rowOf(page, /Run 2/)).toHaveCount(0);
  await page.reload();
  await openRuns(page);
  await expect(rowOf(page, /Run 1/)).toHaveCount(1);
  await expect(rowOf(page, /Run 2/)).toHaveCount(0);
  await rowOf(page, /Run 1/).getByRole('button', { name: /Run 1/ }).click();
  await page.getByRole('button', { name: 'Show its report: Run 1' }).click();
  await expect(lethe.stage('evaluate')).toContainText('Run 1');
});
