import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LocalHub } from '../../../hub/local-hub';
import type { DownloadEvent } from '../../../hub/download';
import { downloadKeys, downloadOf } from '../../../hub/unfinished';
import { microFiles } from '../../../lab/micro-lab';
import { plainSettings } from '../../../methods/settings';
import { OwnModels, type OwnModel } from '../../../store/own-models';
import type { HubShelf } from '../../browser/hub-shelf';
import { memoryShelf } from './fixtures/memory-shelf';
import { removeDownload } from './hub-download';
import { factsOnHub, fetchFromHub, lookOnHub } from './hub-model';

const gguf = new Uint8Array(readFileSync('src/files/gguf/fixtures/micro.gguf'));
const bytesOf = (file: unknown): Uint8Array =>
  file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file));
const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'];
const folder = Object.fromEntries(names.map((name) => [name, bytesOf(microFiles[`m/${name}`])]));

let hub: LocalHub;
let mirror: string;
let shelf: HubShelf<OwnModel> & { readonly models: OwnModels };
let made: ReturnType<typeof memoryShelf<OwnModel, OwnModels>>;
const { signal } = new AbortController();

beforeEach(async () => {
  hub = new LocalHub({ 'me/tiny': { files: folder }, 'me/gguf': { files: { 'Tiny.GGUF': gguf } } });
  mirror = await hub.start();
  made = memoryShelf<OwnModel, OwnModels>((store, folder) => new OwnModels(store, folder), downloadKeys.own);
  ({ shelf } = made);
});
afterEach(() => {
  hub.stop();
  vi.unstubAllGlobals();
});

/** As the browser says of its room. */
const room = (quota: number) =>
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ usage: 0, quota }) } });

async function fetched(id: string): Promise<{ model: OwnModel; events: DownloadEvent[] }> {
  const { place, models } = await lookOnHub(id, mirror, signal);
  const coming = fetchFromHub(shelf, downloadOf(place, models[0]), plainSettings, signal);
  const events: DownloadEvent[] = [];
  for (;;) {
    const next = await coming.next();
    if (next.done === true) return { model: next.value, events };
    events.push(next.value);
  }
}

for (const [id, title, name, kept] of [
  ['me/tiny', 'tiny', 'model.safetensors', 'model.safetensors'],
  ['me/gguf', 'Tiny.gguf', 'Tiny.GGUF', 'Tiny.gguf'],
] as const)
  test(`${id} is described before its weights come, then kept as an own model with its origin`, async () => {
    room(1e9);
    const { place, models } = await lookOnHub(id, mirror, signal);
    const facts = await factsOnHub(place, models[0], plainSettings, signal);
    expect(facts).toMatchObject({ family: 'Llama' });
    expect(facts.estimates[0]?.fits?.plan).toBe('whole');
    expect(hub.asked.some(({ path }) => path.endsWith('model.safetensors'))).toBe(false);

    const { model, events } = await fetched(id);
    expect(model).toMatchObject({ title, parameters: facts.parameters, isOnDisk: false });
    expect(model.origin).toEqual({ repo: id, revision: 'main', commit: place.commit });
    expect(model.path).toBe(`own/${model.id}/${title}`);
    expect(events.at(-1)).toMatchObject({ bytes: model.bytes, of: model.bytes });
    expect(await shelf.models.list()).toEqual([model]);
    const file = await shelf.models.file(model.id, kept);
    expect(file?.size).toBe((id === 'me/gguf' ? gguf : folder[name])?.length);
    expect(await shelf.unfinished.list()).toEqual([]);
  });

test('a model is kept in the change that ends its download, which would delete its files', async () => {
  room(1e9);
  const { model } = await fetched('me/tiny');
  const keeps = made.changes.filter(({ put = {} }) => `own/model/${model.id}` in put);
  expect(keeps.map(({ remove }) => remove?.length)).toEqual([1]);
  expect(await shelf.unfinished.list()).toEqual([]);
  made.changes.length = 0;
  await fetched('me/tiny'); // all of it is there already
  expect(
    made.changes.some(({ put = {} }) => Object.keys(put).some((key) => key.startsWith('own/download/'))),
  ).toBe(false);
  expect((await shelf.models.file(model.id, 'model.safetensors'))?.size).toBe(
    folder['model.safetensors']?.length,
  );
});

test('without room, nothing is fetched', async () => {
  room(1000);
  await expect(fetched('me/tiny')).rejects.toMatchObject({
    code: 'model/no-room',
    params: { needs: '1 MB', free: '0 MB' },
  });
  expect(hub.asked).toHaveLength(1); // the list
  expect(await shelf.unfinished.list()).toEqual([]);
});

test('interrupted for good, it stays among the unfinished, and another tab may not go on at the same time', async () => {
  room(1e9);
  hub.fault = ({ path }) => (path.endsWith('model.safetensors') ? { status: 404 } : null);
  await expect(fetched('me/tiny')).rejects.toMatchObject({ code: 'hub/not-found' });
  const [one] = await shelf.unfinished.list();
  expect(one).toMatchObject({ repo: 'me/tiny', title: 'tiny', mirror });
  expect(await shelf.models.list()).toEqual([]);
  made.isLocked = true;
  await expect(fetched('me/tiny')).rejects.toMatchObject({
    code: 'hub/elsewhere',
    params: { title: 'tiny' },
  });
  await expect(removeDownload(shelf, one ?? expect.fail())).rejects.toMatchObject({ code: 'hub/elsewhere' });
  made.isLocked = false;
  hub.fault = () => null;
  const before = hub.asked.length;
  await fetched('me/tiny');
  expect(hub.asked.slice(before + 1).map(({ path }) => path.split('/').at(-1))).toEqual([
    'model.safetensors',
  ]);
});

test('an unfinished download is deleted with all that came', async () => {
  room(1e9);
  hub.fault = ({ path }) => (path.endsWith('model.safetensors') ? { status: 404 } : null);
  await expect(fetched('me/tiny')).rejects.toMatchObject({ code: 'hub/not-found' });
  const one = (await shelf.unfinished.list())[0] ?? expect.fail();
  expect((await shelf.folder(one.id).kept('config.json')).isWhole).toBe(true);
  await removeDownload(shelf, one);
  expect(await shelf.unfinished.list()).toEqual([]);
  expect((await shelf.folder(one.id).kept('config.json')).bytes).toBe(0);
});
