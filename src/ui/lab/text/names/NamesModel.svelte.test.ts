import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { tabChoices } from '../../../shared/tab/tab-choice.svelte';
import { tabGraphics } from '../../../shared/tab/tab-graphics.svelte';
import OwnText from '../OwnText.svelte';
import { TabClient } from '../../../../bridge/language/client';
import NamesModel from './NamesModel.svelte';
import { NamesWish } from './names-wish.svelte';

/** A file of a tiny model. `as`: its path. */
const tiny = (path: string, as = path): File => {
  const bytes = readFileSync(`src/assist/fixtures/tiny/${path}`);
  const file = new File([bytes], as.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: as });
  return file;
};

async function chosen(files: readonly File[]) {
  const onfound = vi.fn();
  const wish = new NamesWish(() => false);
  render(NamesModel, { passages: ['Mira ran.'], wish, drafted: [], seed: 1, onfound });
  await upload(files);
  return onfound;
}
const upload = (files: readonly File[]): Promise<void> =>
  userEvent.upload(screen.getByLabelText('Folder of the model'), [...files]);
const inFolder = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];

test('a token classifier is described, with the choice of its number formats', async () => {
  const onfound = await chosen(inFolder.map((name) => tiny(`names/${name}`)));
  expect(screen.getByText(/Xenova\/bert-base-NER/u)).toBeTruthy();
  expect(await screen.findByText(/^names marks names, and reads 64 tokens at a time/u)).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>('Number format').value).toBe('fp32');
  expect(screen.getByRole('button', { name: 'Find names' })).toBeTruthy();
  expect(onfound).not.toHaveBeenCalled();
});

test('a format in 16 bits waits for another device where the graphics card has none', async () => {
  await tabGraphics.ask();
  const before = tabGraphics.found;
  tabGraphics.found = 'whole';
  const half = tiny('names/onnx/model.onnx', 'names/onnx/model_fp16.onnx');
  await chosen([...inFolder.slice(0, -1).map((name) => tiny(`names/${name}`)), half]);
  const find = await screen.findByRole<HTMLButtonElement>('button', { name: 'Find names' });
  const device = screen.getByLabelText('Runs on');
  expect(find.disabled).toBe(false);
  await userEvent.selectOptions(device, 'webgpu');
  expect(find.disabled).toBe(true);
  expect(screen.getByText(/^In fp16 it does not run on WebGPU here/u)).toBeTruthy();
  tabGraphics.found = before;
  tabChoices.names.device = 'wasm';
});

test('a model that writes text cannot find names', async () => {
  await chosen(inFolder.map((name) => tiny(`writer/${name}`)));
  expect(await screen.findByText(/writer writes text and marks no names/u)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Find names' })).toBeNull();
});

test('a folder that is no model is refused with what it lacks', async () => {
  await chosen([tiny('names/config.json')]);
  expect((await screen.findByRole('alert')).textContent).toContain('expected tokenizer.json');
});

/** A busy machine takes its time with a draft. */
const patience = { timeout: 30_000 };

test('another text is read by the model that was chosen, without choosing it again', async () => {
  render(OwnText, { onuse: () => Promise.resolve(), folder: null });
  const text = screen.getByRole('textbox', { name: 'Text to forget' });
  const paste = async (passage: string): Promise<void> => {
    await userEvent.clear(text);
    await userEvent.click(text);
    await userEvent.paste(passage);
  };
  await paste('At night Mira lit the lamp at Farholm.');
  await userEvent.click(await screen.findByText('Find names with a model…', {}, patience));
  await screen.findByLabelText('Folder of the model', {}, patience);
  await upload(inFolder.map((name) => tiny(`names/${name}`)));
  const before = await screen.findByRole('button', { name: 'Find names' });
  await paste('All of Farholm slept, but not Mira.');
  await vi.waitFor(() => expect(before.isConnected).toBe(false));
  expect(await screen.findByRole('button', { name: 'Find names' }, patience)).toBeTruthy();
});

test('the button pressed while the text is still being written searches what was written, and only that', async () => {
  const searched: (readonly string[])[] = [];
  vi.spyOn(TabClient.prototype, 'names').mockImplementation(async function* (passages) {
    searched.push(passages);
    yield await Promise.resolve({ kind: 'names', done: 0, of: passages.length });
    return passages.map(() => []);
  });
  render(OwnText, { onuse: () => Promise.resolve(), folder: null });
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to forget' });
  await userEvent.click(text);
  await userEvent.paste('At night Mira lit the lamp at Farholm.');
  await userEvent.click(await screen.findByText('Find names with a model…', {}, patience));
  await screen.findByLabelText('Folder of the model', {}, patience);
  await upload(inFolder.map((name) => tiny(`names/${name}`)));
  const find = await screen.findByRole('button', { name: 'Find names' });
  text.value = 'All of Farholm slept, but not Mira.';
  text.dispatchEvent(new Event('input', { bubbles: true }));
  find.click();
  await vi.waitFor(() => expect(searched).toEqual([[text.value]]), patience);
  expect(await screen.findByText(/0 names|no names/iu, {}, patience)).toBeTruthy();
  vi.restoreAllMocks();
});
