/** The report: monitoring during training, metrics, attacks and downloads. */
import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { parseCsv } from '../src/base/csv';
import { attackNames, type Report } from '../src/evaluate/report';
import { parseReport } from '../src/evaluate/report-file';
import { violations } from './axe';
import { unfold } from './unfold';
import { useFewQuestions, useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

/** Items on a page of the table, and more prompts than that. */
const [PAGE, PROMPTS] = [100, 120];

/** A page with the micro world whose unlearned variant is there. */
async function unlearned(page: Page): Promise<LethePage> {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await useFewQuestions(page, PROMPTS);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.set('unlearn', 'Steps', '6');
  await lethe.set('unlearn', 'Watch interval', '2');
  await lethe.page.keyboard.press('Tab');
  await lethe.run('unlearn');
  return lethe;
}

async function downloaded(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
}

/** Shows the further figures too, and opens the details of one. */
async function openFigure(stage: Locator, title: string): Promise<Locator> {
  const more = stage.getByRole('button', { name: / more$/ });
  while ((await more.count()) > 0) await more.first().click();
  await stage.getByRole('button', { name: title, exact: true }).click();
  return stage.getByTestId('detail');
}

async function text(page: Page, button: Locator): Promise<string> {
  return readFileSync(await (await downloaded(page, button)).path(), 'utf8');
}

test('the forgetting is monitored, measured and attacked, and its report downloaded and opened again', async ({
  page,
}) => {
  const lethe = await unlearned(page);
  const seen = lethe.stage('unlearn').getByTestId('curves').locator('figure').first();
  await expect(seen.locator('circle')).toHaveCount(4); // after 0, 2, 4 and 6 steps

  await lethe.run('evaluate');
  const stage = lethe.stage('evaluate');
  await expect(stage.getByTestId('verdict')).toContainText('of 100 questions about the text');

  // The items behind a metric: more than a page of them, and those that changed.
  const familiarity = await openFigure(stage, 'Completion familiarity');
  await familiarity.getByRole('button', { name: 'All items' }).click();
  const items = page.getByTestId('items');
  await expect(items.getByRole('status')).toHaveText(`${PROMPTS} items`);
  await expect(items.locator('tbody tr')).toHaveCount(PAGE);
  await items.getByRole('button', { name: 'Next' }).click();
  await expect(items.locator('tbody tr')).toHaveCount(PROMPTS - PAGE);
  await items.getByLabel('With the words').fill('younger sister of Orrin');
  await expect(items.locator('tbody tr').first()).toContainText('Maelis');
  expect(await violations(page)).toEqual([]);
  await items.getByRole('button', { name: 'Close' }).click();
  await expect(items).toHaveCount(0);

  // The attacks are added to the existing metrics.
  await stage.getByRole('button', { name: 'Try to bring it back as well' }).click();
  await lethe.reaches('evaluate', 'done');
  for (const title of ['20 steps of relearning', 'Relearning, like for like']) {
    const relearning = await openFigure(stage, title);
    await relearning.getByRole('tab', { name: 'Training' }).click();
    await expect(relearning.getByRole('tabpanel').locator('figure')).toHaveCount(2);
  }
  for (const name of attackNames) await expect(stage.locator(`[data-figure=${name}]`)).toBeVisible();
  await unfold(stage, 'Save, print, open');

  const file = (name: string) => stage.getByRole('button', { name, exact: true });
  const json = await text(page, file('report.json'));
  const report: Report = parseReport(json);
  expect(Object.keys(report.attacks ?? {})).toHaveLength(attackNames.length);
  expect(report.curves.familiarity?.unlearned?.map(([step]) => step)).toEqual([0, 2, 4, 6]);
  const figures = parseCsv(await text(page, file('Figures (CSV)')));
  expect(figures[0]?.fields.slice(0, 4)).toEqual(['metric', 'voice', 'group', 'value']);
  const rows = parseCsv(await text(page, file('Items (CSV)')));
  expect(rows.filter(({ fields: [metric] }) => metric === 'familiarity')).toHaveLength(3 * PROMPTS);
  const chart = await openFigure(stage, 'Right answers');
  await chart.getByRole('tab', { name: 'Numbers' }).click();
  const svg = await text(page, chart.getByRole('button', { name: 'Right answers as SVG' }));
  expect(svg).toContain('<svg');
  expect(svg).not.toContain('var(--');
  const png = await downloaded(page, chart.getByRole('button', { name: 'Right answers as PNG' }));
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  // The printable page is self-contained.
  const html = await text(page, file('To print (HTML)'));
  const printed = await page.context().newPage();
  await printed.setContent(html);
  await expect(printed.getByRole('heading', { level: 1 })).toHaveText('What is left of a text');
  await printed.close();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
    await stage.screenshot({ path: `test-results/report-${colorScheme}.png` });
  }

  // On a page without a model, the file shows the same; its markup stays text.
  const evil = '</td><img src=x onerror="window.hurt = true">';
  await page.reload();
  await lethe.goTo('evaluate');
  await unfold(stage, 'Save, print, open');
  await stage.getByLabel(/Open a report.json/).setInputFiles({ name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(json) }); // prettier-ignore
  await expect(stage.locator('[data-figure=paraphrase]')).toBeVisible();
  await stage.getByRole('link', { name: 'Compare with another run' }).click();
  await expect(page.getByTestId('runs').getByRole('rowheader', { name: /Run \d/ })).toHaveCount(1); // the same run
  await lethe.goTo('evaluate');
  await stage.getByLabel(/Open a report.json/).setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(json.replace('"seed": 1', `"seed": ${JSON.stringify(evil)}`)) }); // prettier-ignore
  await expect(lethe.alert()).toContainText('bad.json');
  expect(await page.evaluate('window.hurt')).toBeUndefined();
});

test('custom prompts replace those of the data set, and invalid ones are listed', async ({ page }) => {
  const lethe = await unlearned(page);
  await lethe.goTo('evaluate');
  const stage = lethe.stage('evaluate');
  await unfold(stage, 'What is measured', 'Prompts of your own');
  const good = { prompt: 'Bea met', references: ['Cab'], subtlety: 3 };
  const lines = [good, { prompt: '', references: ['Cab'] }, { ...good, prompt: 'He saw', subtlety: 11 }];
  const file = lines.map((line) => JSON.stringify(line)).join('\n');
  await stage.getByLabel(/File of prompts/).setInputFiles({ name: 'own.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(file) }); // prettier-ignore
  await expect(stage.getByTestId('own-prompts')).toContainText('1 of 3 prompts');
  await expect(stage.getByTestId('rejected-prompts').locator('li')).toHaveText([/^Line 2: /, /^Line 3: /]);
  expect(await violations(page)).toEqual([]);
  await lethe.run('evaluate');
  const familiarity = await openFigure(stage, 'Completion familiarity');
  await familiarity.getByRole('button', { name: 'All items' }).click();
  const items = page.getByTestId('items');
  await expect(items.locator('tbody tr')).toHaveCount(1);
  await expect(items.locator('tbody tr')).toContainText('Bea met');

  // They are kept with the project.
  await page.reload();
  await lethe.goTo('evaluate');
  await unfold(stage, 'What is measured');
  await expect(stage.getByTestId('own-prompts')).toContainText('own.jsonl: 1 of 3 prompts');
  await stage.getByRole('button', { name: 'Ask those of the data set' }).click();
  await expect(stage.getByTestId('own-prompts')).toHaveCount(0);
});

test('a training stops early on request, and its model answers prompts', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await useFewQuestions(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.set('unlearn', 'Steps', '5000');
  await lethe.set('unlearn', 'Watch interval', '0');
  await lethe.page.keyboard.press('Tab');
  await lethe.start('unlearn');
  await lethe.stage('unlearn').getByRole('button', { name: 'Stop here and keep it' }).click(); // prettier-ignore
  await lethe.reaches('unlearn', 'done');
  await expect(lethe.stage('unlearn').getByTestId('ended')).toContainText('of 5,000');
  const { unlearned: variant } = await lethe.ask('The lantern');
  expect(variant).toContain('The lantern');
});
