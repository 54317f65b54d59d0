/** Language models in the tab: transformers.js runs in its worker, offline, on models of the user’s. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

const tiny = (name: string): string => `src/assist/fixtures/tiny/${name}`;
interface Golden {
  readonly text: string;
  readonly isWhole: boolean;
  readonly entities: readonly {
    readonly tag: string;
    readonly start: number;
    readonly end: number;
    readonly score: number;
  }[];
}
const golden = JSON.parse(readFileSync(tiny('names.golden.json'), 'utf8')) as readonly Golden[];

/** Every request that does not go to the page itself. */
function strangers(page: Page, own: string): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(?:blob|data):/u.test(url)) asked.push(url);
  });
  return asked;
}

/** The search for names beside the draft of `text`, with the folder of a tiny model. */
async function opened(page: Page, text: string, model = 'names'): Promise<Locator> {
  await useMicroWorld(page);
  await new LethePage(page).open();
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Text to forget').fill(text);
  await own.getByText('Find names with a model').click();
  await own.getByLabel('Folder of the model').setInputFiles(tiny(model));
  return own;
}

const workersOf = (page: Page): number => page.workers().length;

test('a token classifier finds the names that Python finds, offline, and its worker ends', async ({
  page,
  baseURL,
}) => {
  const asked = strangers(page, new URL(baseURL ?? '').origin);
  const [{ text, entities } = { text: '', entities: [] }] = golden;
  const own = await opened(page, text);
  const before = workersOf(page);
  const names = own.getByTestId('names-model');
  await expect(names).toContainText('names marks names, and reads 64 tokens at a time');
  await names.getByRole('button', { name: 'Find names' }).click();
  await expect(names.getByRole('status')).toContainText(/\d+ names found/u);
  const draft = own.getByTestId('draft');
  await expect(draft).toContainText('Found by');
  const rows = await draft.getByRole('row').allInnerTexts();
  const expected = entities.map(({ start, end }) => text.slice(start, end));
  expect(expected.length).toBeGreaterThan(2);
  expect(rows).toHaveLength(1 + expected.length); // with the head
  for (const name of expected)
    expect(rows.some((row) => row.includes(name) && /names \d+%/u.test(row))).toBe(true);
  await expect.poll(() => workersOf(page)).toBe(before);
  await names.getByLabel('Into the dictionary').selectOption('intersection');
  await expect(own).toContainText('No terms were found'); // the draft wants a term twice
  expect(asked).toEqual([]);
});

test('a search that is killed or stopped leaves a page on which the next one works, with another text too', async ({
  page,
}) => {
  const long = golden.find(({ isWhole }) => !isWhole)?.text ?? '';
  const own = await opened(page, Array.from({ length: 200 }, () => long).join('\n\n'));
  const names = own.getByTestId('names-model');
  const find = names.getByRole('button', { name: 'Find names' });
  const before = workersOf(page);
  for (const how of ['kill', 'stop'] as const) {
    const spawned = page.waitForEvent('worker');
    await find.click();
    await expect(names.getByRole('status')).toContainText('Reading');
    if (how === 'stop') await names.getByRole('button', { name: 'Stop' }).click();
    else await (await spawned).evaluate(() => close());
    await expect(find).toBeVisible();
    await expect(names.getByRole('alert')).toHaveCount(how === 'kill' ? 1 : 0);
    await expect.poll(() => workersOf(page)).toBe(before);
  }
  await own.getByLabel('Text to forget').fill(long);
  const words = own.getByTestId('own-text-facts').getByText('Words', { exact: true }).locator('+ dd');
  await expect(words).toHaveText(/^\d\d$/u); // the text is read once the typing pauses
  await find.click();
  await expect(names.getByRole('status')).toContainText(/names found/u);
  await expect.poll(() => workersOf(page)).toBe(before);
});

test('a folder that is no such model is refused, and one that writes text is told apart', async ({
  page,
}) => {
  const own = await opened(page, 'Anna met Tom in Milltown.', 'writer');
  const names = own.getByTestId('names-model');
  await expect(names).toContainText('writer writes text and marks no names');
  await own.getByLabel('Folder of the model').setInputFiles(tiny('names/onnx'));
  await expect(names.getByRole('alert')).toContainText('expected config.json');
});
