import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LocalHub } from '../../../hub/local-hub';
import { downloadKeys, downloadOf } from '../../../hub/unfinished';
import { TabModels, type KeptTabModel } from '../../../store/tab-models';
import { memoryShelf } from './fixtures/memory-shelf';
import type { PickedOnDisk } from './inspect';
import { keepModel } from './keep-model';
import { fetchForTab, keepable, lookAtFolder, lookForTab, openKept } from './tab-model';

const TINY = 'src/assist/fixtures/tiny';
const paths = (name: string): string[] => [
  ...readdirSync(`${TINY}/${name}`).filter((one) => one.includes('.')),
  'onnx/model.onnx',
];
const bytesOf = (path: string) => new Uint8Array(readFileSync(`${TINY}/${path}`));
const repository = (name: string) => ({
  files: Object.fromEntries(paths(name).map((path) => [path, bytesOf(`${name}/${path}`)])),
});
const { signal } = new AbortController();

let hub: LocalHub;
let mirror: string;
let made: ReturnType<typeof memoryShelf<KeptTabModel, TabModels>>;
beforeEach(async () => {
  vi.stubGlobal('navigator', {});
  hub = new LocalHub({ 'me/writer': repository('writer') });
  mirror = await hub.start();
  made = memoryShelf<KeptTabModel, TabModels>(
    (store, folder) => new TabModels(store, folder),
    downloadKeys.tab,
  );
});
afterEach(() => {
  hub.stop();
  vi.unstubAllGlobals();
});

async function fetched(): Promise<KeptTabModel> {
  const { place, models } = await lookForTab('me/writer', mirror, signal);
  const coming = fetchForTab(made.shelf, downloadOf(place, models[0]), signal);
  for (;;) {
    const next = await coming.next();
    if (next.done === true) return next.value;
  }
}

test('a model of the Hub is cut off, goes on, is kept with its origin, opened again, and deleted whole', async () => {
  const { models, unfinished } = made.shelf;
  hub.fault = ({ path, from }) =>
    path.endsWith('.onnx') ? (from === null ? { cutAfter: 5000 } : { status: 404 }) : null;
  await expect(fetched()).rejects.toMatchObject({ code: 'hub/not-found' });
  expect([await models.list(), (await unfinished.list()).length]).toEqual([[], 1]);

  hub.fault = () => null;
  const kept = await fetched();
  expect(hub.asked.at(-1)).toMatchObject({ from: 5000 });
  expect(kept).toMatchObject({
    title: 'writer (fp32)',
    task: 'text',
    isOnDisk: false,
    origin: { repo: 'me/writer' },
  });
  expect([await models.list(), await unfinished.list()]).toEqual([[kept], []]);
  const folder = await openKept(models, kept);
  expect(folder).toMatchObject({ name: 'writer (fp32)', task: 'text', dtypes: ['fp32'] });
  expect(
    new Uint8Array((await folder.files.get('onnx/model.onnx')?.arrayBuffer()) ?? new ArrayBuffer()),
  ).toEqual(bytesOf('writer/onnx/model.onnx'));
  await models.remove(kept);
  expect(await made.store.keys('')).toEqual([]);
});

const picked = (handle?: FileSystemFileHandle): PickedOnDisk[] =>
  [...paths('names'), 'README.md', 'onnx/model_q4.onnx'].map((path) => {
    const bytes =
      path.startsWith('README') || path.includes('q4') ? new Uint8Array(3) : bytesOf(`names/${path}`);
    const parts = ['down', 'names', ...path.split('/')];
    const name = parts.at(-1) ?? '';
    return { name, folders: parts.slice(0, -1), file: new File([bytes], name), ...(handle && { handle }) };
  });

test('of a folder, one number format is copied with what it needs, and the same folder is the same model', async () => {
  const { models } = made.shelf;
  const found = await lookAtFolder(picked());
  expect(found.folder.dtypes).toEqual(['q4', 'fp32']);
  for (let i = 0; i < 2; i++) await keepModel(models, keepable(found, 'fp32'));
  const [kept, ...others] = await models.list();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ title: 'names (fp32)', task: 'names', isOnDisk: false });
  expect(kept?.files.toSorted()).toEqual(paths('names').toSorted());
  expect((await openKept(models, kept ?? expect.fail())).dtypes).toEqual(['fp32']);
});

test('files on disk are not copied; where they are gone, that is said', async () => {
  const { models } = made.shelf;
  const handle = {
    getFile: () => Promise.reject(new DOMException('moved', 'NotFoundError')),
    requestPermission: () => Promise.resolve('granted'),
  } as unknown as FileSystemFileHandle;
  const { model } = keepable(await lookAtFolder(picked(handle)), 'fp32');
  expect(model.isOnDisk).toBe(true);
  await expect(openKept(models, { ...model, isOnDisk: false })).rejects.toMatchObject({
    code: 'file/missing',
  });
});
