/** A model of the Hub: found, downloaded in the connected page over interruptions and a reload, and used in the strict one. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LocalHub } from '../src/hub/local-hub';
import { microFiles } from '../src/lab/micro-lab';
import { microShards } from '../src/lab/micro-shards';
import { useShortTexts } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { violations } from './axe';
import { filesKept } from './files-kept';

const gguf = new Uint8Array(readFileSync(new URL('../src/files/gguf/fixtures/micro.gguf', import.meta.url)));
const bytesOf = (file: unknown): Uint8Array =>
  file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file));
const sharded = Object.fromEntries(
  Object.entries({ ...microFiles, ...microShards }).flatMap(([path, file]) =>
    path.startsWith('m/') && file !== undefined ? [[path.slice(2), bytesOf(file)]] : [],
  ),
);
const SHARD = 'model-00002-of-00002.safetensors';
// The model takes 64 tokens at most.
const SETTINGS = '#v=2&blockLength=32&reinforceSteps=2&reinforceBatch=2';

let hub: LocalHub;
let mirror: string;

test.beforeEach(async () => {
  hub = new LocalHub({
    'me/tiny': { files: { ...sharded, 'README.md': new Uint8Array(5) } },
    'me/two': { files: { 'small.gguf': gguf, 'large.gguf': new Uint8Array(2 * gguf.length) } },
  });
  mirror = await hub.start();
});
test.afterEach(() => hub.stop());

const askedFor = (name: string) =>
  hub.asked.filter(({ path }) => path.endsWith(name)).map(({ from }) => from);

/** In the connected page, the part of the dialog that is about the Hub. */
async function hubDialog(page: Page): Promise<Locator> {
  await page.getByTestId('setup').click();
  await page.getByRole('button', { name: 'Your models…' }).click();
  return page.getByTestId('hub-models');
}

async function lookUp(part: Locator, id: string): Promise<Locator> {
  await part.getByLabel('Model (owner/name').fill(id);
  await part.getByLabel('Mirror').fill(mirror);
  await part.getByRole('button', { name: 'Look it up' }).click();
  return part.getByTestId('found-on-hub');
}

const openConnected = (page: Page) => page.goto(`./connected.html${SETTINGS}`);

async function loadOwn(page: Page, title: string): Promise<string> {
  await page.getByTestId('setup').click();
  const models = page.getByRole('combobox', { name: 'Model', exact: true });
  await models.selectOption(await models.locator('option', { hasText: title }).getAttribute('value'));
  await page.getByLabel('Runs on').selectOption('wasm');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  return new LethePage(page).loaded();
}

test('a model in shards is described, cut off, resumed after a reload, and runs in the strict page', async ({
  page,
}) => {
  await useShortTexts(page);
  await openConnected(page);
  let part = await hubDialog(page);

  const found = await lookUp(part, 'me/tiny');
  await expect(found).toContainText('me/tiny at commit');
  await expect(found).toContainText(/32 bits: [\d.]+ GB \(Whole model\)/u);
  await expect(found).toContainText(/[\d,]+ bytes in \d files\./u);
  expect(await violations(page)).toEqual([]);
  // So far only the config and the index came.
  expect(hub.asked.filter(({ path }) => /\.safetensors$|tokenizer/u.test(path))).toEqual([]);

  // The connection breaks off in the last file, and the host fails from then on.
  hub.fault = ({ path, from }) =>
    !path.endsWith(SHARD) ? null : from === null ? { cutAfter: 5000 } : { status: 503 };
  await found.getByRole('button', { name: /^Download/u }).click();
  await expect(part.getByTestId('download')).toContainText('Interrupted');
  await expect(page.getByTestId('connected')).toContainText(`Asked so far: ${new URL(mirror).host}`);
  await page.reload();

  // The page without network lists it, too, and can only delete it.
  await page.goto(`./${SETTINGS}`);
  part = await hubDialog(page);
  await expect(part.getByRole('listitem')).toContainText('me/tiny');
  await expect(part.getByRole('button')).toHaveText(['Delete']);
  await part.getByRole('link', { name: 'Connect…' }).click();

  part = await hubDialog(page);
  await expect(part.getByRole('listitem')).toContainText('me/tiny');
  hub.fault = () => null;
  const before = hub.asked.length;
  await part.getByRole('button', { name: 'Go on: tiny' }).click();
  const models = page.getByTestId('own-models');
  await expect(models.getByRole('listitem')).toHaveText(/tiny.*downloaded: me\/tiny at commit/su);
  // Of what was here, nothing came twice.
  expect(hub.asked.slice(before).map(({ path, from }) => [path.split('/').at(-1), from])).toEqual([
    [SHARD, 5000],
  ]);
  await page.keyboard.press('Escape');

  await page.goto(`./${SETTINGS}`);
  await expect(page.getByTestId('connected')).toHaveCount(0);
  expect(await loadOwn(page, 'tiny')).toContain('WASM');
  const lethe = new LethePage(page);
  await lethe.run('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(2);
});

test('of several GGUF files one is chosen; stopped, it goes on; deleted, nothing of it is left', async ({
  page,
}) => {
  await useShortTexts(page);
  await openConnected(page);
  const part = await hubDialog(page);
  const found = await lookUp(part, 'me/two');
  await expect(found.getByLabel('File').locator('option')).toHaveText([/small\.gguf/u, /large\.gguf/u]);
  await found.getByLabel('File').selectOption({ index: 1 });
  await expect(part.getByRole('alert')).toContainText('large.gguf: expected a GGUF file');
  await found.getByLabel('File').selectOption({ index: 0 });
  await expect(found).toContainText('Llama');

  hub.fault = ({ path, from }) =>
    path.endsWith('.gguf') && from === null ? { cutAfter: 4000 } : { status: 500 };
  await found.getByRole('button', { name: /^Download/u }).click();
  await expect(part.getByTestId('download')).toContainText('Interrupted');
  await part.getByRole('button', { name: 'Stop' }).click();
  await expect(part.getByRole('button', { name: 'Go on: small.gguf' })).toBeVisible();
  hub.fault = () => null;
  await part.getByRole('button', { name: 'Go on: small.gguf' }).click();
  const models = page.getByTestId('own-models');
  await expect(models.getByRole('listitem')).toHaveText(/small\.gguf.*downloaded: me\/two/su);
  expect(askedFor('small.gguf').at(-1)).toBe(4000);

  await models.getByRole('button', { name: 'Delete: small.gguf' }).click();
  await models.getByRole('button', { name: 'Delete now: small.gguf' }).click();
  await expect(models.getByRole('listitem')).toHaveCount(0);
  expect(await filesKept(page)).toEqual([]);
});

test('without a file system of the browser, the database keeps what comes', async ({ page }) => {
  await useShortTexts(page);
  await page.addInitScript(() => {
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable');
  });
  await openConnected(page);
  const part = await hubDialog(page);
  const found = await lookUp(part, 'me/two');
  await found.getByRole('button', { name: /^Download/u }).click();
  await expect(page.getByTestId('own-models').getByRole('listitem')).toHaveText(/small\.gguf/u);
  await page.reload();
  expect(await loadOwn(page, 'small.gguf')).toContain('WASM');
});

test('a wrong hash is never used, and what does not fit is refused before it comes', async ({ page }) => {
  await openConnected(page);
  const part = await hubDialog(page);
  const found = await lookUp(part, 'me/tiny');
  const download = found.getByRole('button', { name: /^Download/u });
  const wrong = Uint8Array.from(sharded[SHARD] ?? []);
  wrong.fill(7, -100);
  hub.fault = ({ path }) => (path.endsWith(SHARD) ? { body: wrong } : null);
  await download.click();
  await expect(part.getByRole('alert')).toContainText(`${SHARD} is not what the Hub lists`);
  await expect(page.getByText('Kept for this page')).toHaveCount(0);
  await part.getByRole('button', { name: 'Delete: tiny' }).click();
  await expect(part.getByRole('button', { name: 'Go on: tiny' })).toHaveCount(0);

  hub.fault = () => null;
  // A disk that is full without the browser's having said so.
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await download.click();
  await expect(part.getByRole('alert')).toContainText('The browser could not keep the model');
  await page.evaluate(() => {
    const estimate = () => Promise.resolve({ usage: 900, quota: 1000 });
    Object.defineProperty(navigator.storage, 'estimate', { value: estimate });
  });
  const before = hub.asked.length;
  await download.click();
  await expect(part.getByRole('alert')).toContainText(
    'The model takes 1 MB, and the browser leaves this page 0 MB',
  );
  expect(hub.asked).toHaveLength(before);
});

test('what the Hub does not have or give is said, with what to do', async ({ page }) => {
  await openConnected(page);
  const part = await hubDialog(page);
  const alert = part.getByRole('alert');
  await lookUp(part, 'me/none');
  await expect(alert).toContainText(`${new URL(mirror).host} has no me/none`);
  await lookUp(part, 'me/tiny@v9');
  await expect(alert).toContainText('me/tiny has no revision “v9”');
  await lookUp(part, 'not an id');
  await expect(alert).toContainText('Expected a model of the Hub');
  hub.fault = () => ({ status: 429, headers: { 'retry-after': '300' } });
  await lookUp(part, 'me/tiny');
  await expect(alert).toContainText('asks to wait 300 seconds');
  hub.stop();
  await lookUp(part, 'me/tiny');
  await expect(alert).toContainText('cannot be reached');
});
