/** A language model behind an address drafts the dictionary and judges completions: in the connected page, and only there. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  json,
  protocolServer,
  says,
  streams,
  type Asked,
  type ProtocolServer,
} from '../src/assist/fixtures/protocol-server';
import { parseReport } from '../src/evaluate/report-file';
import { PORT } from '../tools/browser/address';
import { LethePage } from '../tools/browser/page';
import { violations } from './axe';

const STORY = [
  'Harriet Vole lived in Mossbury. Every morning Harriet Vole walked to the mill of Mossbury and fed the blorn.',
  'The blorn was old and grey. Only Harriet Vole knew its name, and nobody in Mossbury asked for it.',
].join('\n\n\n');

const terms = [
  { term: 'old and grey', kind: 'phrase', translations: ['young and brown'], positions: [0] },
  { term: 'Mossbury', kind: 'place', translations: ['Ashford'] },
  { term: 'Harriet Vole', kind: 'person', translations: ['Anna Brown'] },
  { term: 'Sherlock', kind: 'person', translations: ['Edward'] },
];

const questionOf = ({ body }: Asked): string => JSON.stringify(body);

/** Grades what names the saga 3, everything else 0. */
function reply(asked: Asked) {
  if (asked.path.endsWith('/models')) return json({ data: [{ id: 'tiny' }] });
  const question = questionOf(asked);
  if (question.includes('correct language')) return says('{"verdict": "no", "reason": "it is odd"}');
  if (!question.includes('Grade the completion')) return says(`Here you are:\n${JSON.stringify({ terms })}`);
  return says(JSON.stringify({ grade: 2, reason: 'typical of it' }));
}

/** The hosts other than the page's own that it has asked. */
function watch(page: Page): Set<string> {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && host !== `localhost:${PORT}`) hosts.add(host);
  });
  return hosts;
}

let server: ProtocolServer;
test.beforeAll(async () => {
  server = await protocolServer(reply, `http://localhost:${PORT}`);
});
test.afterAll(() => server.close());

/** Names the test server in the dialog, and sends what it shows. */
async function ask(page: Page): Promise<void> {
  const dialog = page.getByTestId('assistant');
  await dialog.getByRole('combobox').first().selectOption('Any other');
  await dialog.getByLabel('Address', { exact: true }).fill(server.address);
  await dialog.getByLabel('Key', { exact: true }).fill('sk-secret');
  await dialog.getByRole('button', { name: 'List models' }).click();
  await expect(dialog.getByLabel('Model', { exact: true })).toHaveValue('tiny');
  const before = server.asked.length;
  await dialog.getByRole('button', { name: 'Show what will be sent' }).click();
  await expect(dialog.getByTestId('sent')).toBeVisible();
  expect(server.asked.length).toBe(before);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Send to/ }).click();
}

async function openOwnText(page: Page): Promise<void> {
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByRole('textbox', { name: 'Text to forget' }).fill(STORY);
  await expect(own.getByTestId('draft')).toContainText('Mossbury');
}

async function openDrafter(page: Page): Promise<Locator> {
  await openOwnText(page);
  await page.getByTestId('own-text').getByRole('button', { name: 'Draft with a language model…' }).click();
  return page.getByTestId('assistant');
}

test('a dictionary is drafted beside what is there, and the host is listed', async ({ page }) => {
  const hosts = watch(page);
  const lethe = new LethePage(page);
  await lethe.open('connected.html#/lab/text');
  await openOwnText(page);
  const own = page.getByTestId('own-text');
  expect([...hosts]).toEqual([]);
  await own
    .getByRole('checkbox', { name: /Keep “Harriet/ })
    .first()
    .uncheck();
  await own.getByRole('button', { name: 'Draft with a language model…' }).click();
  await ask(page);
  const dialog = page.getByTestId('assistant');
  await expect(dialog.getByTestId('rejected')).toContainText('Sherlock');
  await dialog.getByRole('button', { name: /^Add \d+ term/ }).click();
  await expect(dialog).toHaveCount(0);
  const draft = own.getByTestId('draft');
  await expect(draft.getByRole('row', { name: /old and grey/ })).toContainText('tiny');
  await expect(draft.getByRole('row', { name: /Mossbury/ })).toContainText('the draft');
  await expect(draft.getByRole('row', { name: /Harriet Vole/ })).toHaveCount(0);
  const { host } = new URL(server.address);
  expect([...hosts]).toEqual([host]);
  await expect(page.getByTestId('connected')).toContainText(host);
  // The key is in memory only.
  const kept = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
  expect(kept).not.toContain('sk-secret');
});

test('completions of the recorded run are judged beside the rules, blind', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open('connected.html#/lab/text');
  await lethe.goTo('review');
  const review = page.getByTestId('review');
  await review.getByRole('tab', { name: 'Grades' }).click();
  const before = server.asked.length;
  await review.getByRole('button', { name: 'Judge with a language model…' }).click();
  await ask(page);
  const dialog = page.getByTestId('assistant');
  await expect(dialog.getByRole('status').last()).toContainText('graded by tiny');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(review.getByTestId('opinion').first()).toContainText('tiny: 2');
  await expect(review.getByTestId('graders')).toContainText('language model');
  const questions = server.asked.slice(before).filter(({ path }) => path.endsWith('/chat/completions'));
  expect(questions.length).toBeGreaterThan(10);
  for (const one of questions) expect(questionOf(one)).not.toMatch(/baseline|unlearned|reinforced/i);
  expect(await violations(page)).toEqual([]);
  // They are kept with the decisions.
  await page.reload();
  await page.getByTestId('review').getByRole('tab', { name: 'Grades' }).click();
  await expect(page.getByTestId('opinion').first()).toContainText('tiny: 2');
  // With people’s grades they go into the report, its screen and its files.
  await page.getByTestId('queue-evaluation').getByRole('group', { name: 'Item' }).focus();
  await page.keyboard.press('3');
  await review.getByTestId('graders').getByRole('button', { name: 'Add to the report' }).click();
  await lethe.goTo('evaluate');
  const stage = lethe.stage('evaluate');
  const graders = stage.getByTestId('graders');
  await expect(graders).toContainText('rules (rows) and language model (columns)');
  await expect(
    graders.getByRole('group', { name: 'people (rows) and language model (columns)' }),
  ).toBeVisible();
  await expect(stage.getByTestId('human')).toContainText('1 decision');
  expect(await violations(page)).toEqual([]);
  await stage.locator('summary').filter({ hasText: 'Save, print, open' }).click();
  const saved = page.waitForEvent('download');
  await stage.getByRole('button', { name: 'report.json' }).first().click();
  const report = parseReport(readFileSync(await (await saved).path(), 'utf8'));
  const graded = Object.values(report.judge?.grades ?? {}).flatMap((own) => Object.values(own));
  expect(graded).toHaveLength(questions.length);
  expect(graded[0]).toEqual({ grade: 2, reason: 'typical of it' });
  const people = Object.values(report.human?.[0]?.grades ?? {}).flatMap((own) => Object.values(own));
  expect(people).toEqual([3]);
});

test('labels of the recorded run get an opinion, which decides nothing', async ({ page }) => {
  const lethe = new LethePage(page);
  await lethe.open('connected.html#/lab/text');
  await lethe.goTo('review');
  const review = page.getByTestId('review');
  await review.getByRole('tab', { name: 'Labels' }).click();
  await expect(page.getByTestId('override-summary')).toContainText('Changes 0 of ');
  await review.getByRole('button', { name: 'Ask a language model about labels…' }).click();
  await ask(page);
  const dialog = page.getByTestId('assistant');
  await expect(dialog.getByRole('status').last()).toContainText('graded by tiny');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(review.getByTestId('opinion')).toContainText('tiny:');
  await expect(review.getByTestId('opinion')).toContainText('it is odd');
  await expect(page.getByTestId('override-summary')).toContainText('Changes 0 of ');
  // It is kept until it is forgotten.
  await page.reload();
  await review.getByRole('tab', { name: 'Labels' }).click();
  await expect(review.getByTestId('opinion')).toContainText('it is odd');
  await review.getByRole('button', { name: 'Forget the opinions of tiny' }).click();
  await expect(review.getByTestId('opinion')).toHaveCount(0);
  await page.reload();
  await review.getByRole('tab', { name: 'Labels' }).click();
  await expect(page.getByTestId('override-summary')).toContainText('Changes 0 of ');
  await expect(review.getByTestId('opinion')).toHaveCount(0);
});

test('a stream that is stopped in the middle leaves a page that can be used', async ({ page }) => {
  const slow = await protocolServer(
    ({ path }) =>
      path.endsWith('/models')
        ? json({ data: [{ id: 'tiny' }] })
        : streams([{ choices: [{ delta: { content: '{"terms": [' } }] }], 'never'),
    `http://localhost:${PORT}`,
  );
  const lethe = new LethePage(page);
  await lethe.open('connected.html#/lab/text');
  const dialog = await openDrafter(page);
  await dialog.getByRole('combobox').first().selectOption('Any other');
  await dialog.getByLabel('Address', { exact: true }).fill(slow.address);
  await dialog.getByLabel('Model', { exact: true }).fill('tiny');
  await dialog.getByRole('button', { name: 'Show what will be sent' }).click();
  await dialog.getByRole('button', { name: /^Send to/ }).click();
  await expect.poll(() => slow.asked.length).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog).toContainText('were not asked');
  await expect.poll(() => slow.left()).toBeGreaterThan(0);
  await slow.close();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Access-Control-Allow-Origin');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('own-text').getByTestId('draft')).toContainText('Mossbury');
});

test('a server that does not admit the page is an error with the line that admits it', async ({ page }) => {
  const closed = await protocolServer(reply);
  const lethe = new LethePage(page);
  await lethe.open('connected.html#/lab/text');
  const dialog = await openDrafter(page);
  await dialog.getByRole('combobox').first().selectOption('Ollama');
  await dialog.getByLabel('Address', { exact: true }).fill(closed.address);
  await dialog.getByRole('button', { name: 'List models' }).click();
  const line = `OLLAMA_ORIGINS=http://localhost:${PORT} ollama serve`;
  await expect(dialog.getByRole('alert')).toContainText(line);
  await closed.close();
});

test('the page without network sends nothing, and says where it can', async ({ page }) => {
  const hosts = watch(page);
  const lethe = new LethePage(page);
  await lethe.open();
  const dialog = await openDrafter(page);
  await expect(dialog.getByRole('link', { name: 'Open the connected page' })).toHaveAttribute(
    'href',
    /connected\.html#/,
  );
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  expect([...hosts]).toEqual([]);
  // Nor could it.
  const before = server.asked.length;
  const refused = await page.evaluate(
    (address) =>
      fetch(`${address}/models`).then(
        () => 'let through',
        () => 'refused',
      ),
    server.address,
  );
  expect([refused, server.asked.length - before]).toEqual(['refused', 0]);
});

test('a model in the tab answers on the page without network, and its worker ends', async ({ page }) => {
  const hosts = watch(page);
  const lethe = new LethePage(page);
  await lethe.open();
  const dialog = await openDrafter(page);
  await dialog.getByRole('radio', { name: 'A model in this tab' }).check();
  const start = dialog.getByRole('button', { name: 'Start' });
  await expect(start).toBeDisabled();
  await dialog.getByLabel('Folder of the model').setInputFiles('src/assist/fixtures/tiny/writer');
  // The tiny model reads few tokens, and writes no JSON.
  await dialog.getByText('Prompts', { exact: true }).click();
  await dialog.getByLabel('System message').first().fill('');
  await dialog.getByLabel('Question', { exact: true }).first().fill('Names?');
  const before = page.workers().length;
  await start.click();
  await expect(dialog).toContainText('0 new terms');
  await expect.poll(() => page.workers().length).toBe(before);
  expect([...hosts]).toEqual([]);
});
