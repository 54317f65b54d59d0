/** Models for the tab from the Hub: downloaded in the connected page over interruptions, used offline in the strict one. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LocalHub } from '../src/hub/local-hub';
import { useMicroWorld } from '../tools/browser/micro-world';
import { violations } from './axe';
import { filesKept } from './files-kept';

const TINY = 'src/assist/fixtures/tiny';
const TEXT = 'Anna met Peter in Milltown. Peter told Anna of the river.';
const GRAPH = 'onnx/model.onnx';

function repository(name: string): { files: Record<string, Uint8Array> } {
  const paths = [...readdirSync(`${TINY}/${name}`).filter((one) => one.includes('.')), GRAPH];
  const files = Object.fromEntries(
    paths.map((path) => [path, new Uint8Array(readFileSync(`${TINY}/${name}/${path}`))]),
  );
  return { files: { ...files, 'README.md': new Uint8Array(9) } };
}
const names = repository('names');
const bytes = Object.entries(names.files).reduce((sum, [path, { length }]) => sum + (path === 'README.md' ? 0 : length), 0); // prettier-ignore

let hub: LocalHub;
let mirror: string;
test.beforeEach(async ({ page }) => {
  await useMicroWorld(page);
  hub = new LocalHub({
    'me/names': { files: { ...names.files, 'onnx/model_q4f16.onnx': new Uint8Array(5) } },
    'me/writer': repository('writer'),
  });
  mirror = await hub.start();
});
test.afterEach(() => hub.stop());

/** The search for names beside the draft of a text, in one of the two pages. */
async function opened(page: Page, path: string): Promise<Locator> {
  await page.goto('about:blank'); // or only the hash might change
  await page.goto(`${path}#/lab/text`);
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Text to forget').fill(TEXT);
  await own.getByText('Find names with a model').click();
  return own.getByTestId('names-model');
}

async function lookUp(part: Locator, id: string): Promise<Locator> {
  await part.getByLabel('Model (owner/name').fill(id);
  await part.getByLabel('Mirror').fill(mirror);
  await part.getByRole('button', { name: 'Look it up' }).click();
  return part.getByTestId('found-on-hub');
}

async function findNames(part: Locator): Promise<void> {
  await part.getByRole('button', { name: 'Find names' }).click();
  await expect(part.getByRole('status').filter({ hasText: /names? found/u })).toBeVisible();
}

test('a token classifier is described, cut off, resumed after a reload, and runs offline in the strict page', async ({
  page,
}) => {
  let part = await opened(page, './connected.html');
  const found = await lookUp(part, 'me/names');
  await expect(found).toContainText('In q4f16 it does not run on WebGPU here');
  await found.getByLabel('File').selectOption({ index: 1 });
  await expect(found).not.toContainText('WebGPU');
  await expect(found).toContainText('It marks names, and reads 64 tokens at a time');
  await expect(found).toContainText(`${bytes.toLocaleString('en')} bytes in 4 files`);
  await expect(found.getByLabel('File').locator('option')).toHaveText([
    /names \(q4f16\)/u,
    /names \(fp32\)/u,
  ]);
  expect(await violations(page)).toEqual([]);
  expect(hub.asked.filter(({ path }) => path.endsWith('.onnx') || path.endsWith('/tokenizer.json'))).toEqual(
    [],
  );

  hub.fault = ({ path, from }) =>
    path.endsWith(GRAPH) ? (from === null ? { cutAfter: 50_000 } : { status: 503 }) : null;
  await found.getByRole('button', { name: /^Download/u }).click();
  await expect(part.getByTestId('download')).toContainText('Interrupted');
  await expect(page.getByTestId('connected')).toContainText(`Asked so far: ${new URL(mirror).host}`);

  part = await opened(page, './');
  await expect(part.getByTestId('hub-models').getByRole('listitem')).toContainText('me/names');
  await expect(part.getByRole('button', { name: /^Go on/u })).toHaveCount(0);

  part = await opened(page, './connected.html');
  hub.fault = () => null;
  const before = hub.asked.length;
  await part.getByRole('button', { name: 'Go on: names (fp32)' }).click();
  await expect(part).toContainText('names (fp32) marks names, and reads 64 tokens');
  expect(hub.asked.slice(before).map(({ path, from }) => [path.split('/').at(-1), from])).toEqual([
    ['model.onnx', 50_000],
  ]);
  await findNames(part);

  const hosts = new Set<string>();
  page.context().on('request', (request) => hosts.add(new URL(request.url()).host));
  part = await opened(page, './');
  await part.getByRole('button', { name: 'Use: names (fp32)' }).click();
  await findNames(part);
  await expect(page.getByTestId('draft')).toContainText('names (fp32)');
  expect(hosts).not.toContain(new URL(mirror).host);

  await part.getByRole('button', { name: 'Delete: names (fp32)' }).click();
  await part.getByRole('button', { name: 'Delete now: names (fp32)' }).click();
  await expect(part.getByRole('button', { name: 'Use: names (fp32)' })).toHaveCount(0);
  await expect(part.getByRole('button', { name: 'Find names' })).toHaveCount(0);
  expect(await filesKept(page)).toEqual([]);
});

test('a download that is stopped leaves a page that goes on with it, or with a folder', async ({ page }) => {
  const part = await opened(page, './connected.html');
  const found = await lookUp(part, 'me/names');
  await found.getByLabel('File').selectOption({ index: 1 });
  hub.fault = ({ path, from }) =>
    path.endsWith(GRAPH) ? (from === null ? { cutAfter: 50_000 } : { status: 503 }) : null;
  await found.getByRole('button', { name: /^Download/u }).click();
  await expect(part.getByTestId('download')).toContainText('Interrupted');
  await part.getByRole('button', { name: 'Stop' }).click();
  const goOn = part.getByRole('button', { name: 'Go on: names (fp32)' });
  await expect(goOn).toBeEnabled();
  await part.getByLabel('Folder of the model').setInputFiles(`${TINY}/names`);
  await findNames(part);
  hub.fault = () => null;
  await goOn.click();
  await expect(part.getByRole('button', { name: 'Use: names (fp32)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a model of another kind is not downloaded, and one that is no model for transformers.js is refused', async ({
  page,
}) => {
  const part = await opened(page, './connected.html');
  const found = await lookUp(part, 'me/writer');
  await expect(found).toContainText('Here a token classifier is needed.');
  await expect(found.getByRole('button')).toHaveCount(0);
  await lookUp(part, 'me/none');
  await expect(part.getByRole('alert')).toContainText('has no me/none');
});

test('a folder that is kept is there after a reload, until it is deleted', async ({ page }) => {
  let part = await opened(page, './');
  await part.getByLabel('Folder of the model').setInputFiles(`${TINY}/names`);
  await expect(part).toContainText('0.2 MB will be copied into this browser.');
  await part.getByRole('button', { name: 'Keep it in this browser' }).click();
  await expect(part.getByRole('button', { name: 'Use: names (fp32)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  part = await opened(page, './');
  await part.getByRole('button', { name: 'Use: names (fp32)' }).click();
  await findNames(part);
  await part.getByRole('button', { name: 'Delete: names (fp32)' }).click();
  await part.getByRole('button', { name: 'Delete now: names (fp32)' }).click();
  await expect(part.getByRole('button', { name: /^Use/u })).toHaveCount(0);
  expect(await filesKept(page)).toEqual([]);
});

test('a folder that is dropped is opened with the folder in it, and kept where it lies', async ({ page }) => {
  const part = await opened(page, './');
  const files = Object.entries(names.files).map(([path, content]) => [path, [...content]] as const);
  await part.getByRole('group', { name: 'Model in the tab' }).evaluate(async (target, all) => {
    // A folder of the browser’s own file system has handles, as one on disk has.
    const root = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle('dropped', { create: true });
    for (const [path, content] of all) {
      const [name = '', above] = path.split('/').reverse();
      const folder = above === undefined ? root : await root.getDirectoryHandle(above, { create: true });
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(new Uint8Array(content));
      await writable.close();
    }
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    const items = [{ getAsFileSystemHandle: () => Promise.resolve(root) }];
    Object.defineProperty(event, 'dataTransfer', { value: { items, files: [] } });
    target.dispatchEvent(event);
  }, files);
  await expect(part).toContainText('dropped marks names, and reads 64 tokens at a time');
  await expect(part).toContainText('nothing is copied');
  await part.getByRole('button', { name: 'Keep it in this browser' }).click();
  await expect(part.getByRole('button', { name: 'Use: dropped (fp32)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await findNames(part);
});
