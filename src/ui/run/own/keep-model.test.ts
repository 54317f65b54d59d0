import { afterEach, expect, test, vi } from 'vitest';
import type { OwnModel, OwnModels } from '../../../store/own-models';
import type { Inspected } from './inspect';
import { copiedBytes, keepModel } from './keep-model';

const model: OwnModel = {
  id: 'ab',
  path: 'own/ab/tiny.gguf',
  title: 'tiny.gguf',
  bytes: 3e6,
  parameters: 1,
  family: 'Llama',
  isOnDisk: false,
  files: ['tiny.gguf'],
};
const file = new Blob([new Uint8Array(3e6)]);
const picked = (handle?: FileSystemFileHandle): Pick<Inspected, 'model' | 'files'> => ({
  model,
  files: [{ name: 'tiny.gguf', folders: [], file, ...(handle ? { handle } : {}) }],
});
const withQuota = (
  quota: number,
  usage: number,
  persist = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true)),
) => {
  vi.stubGlobal('navigator', {
    storage: { estimate: () => Promise.resolve({ quota, usage }), persist },
  });
  return persist;
};
const models = () => {
  const add = vi.fn<OwnModels['add']>(() => Promise.resolve());
  return { add, kept: { add } as Pick<OwnModels, 'add'> };
};

afterEach(() => vi.unstubAllGlobals());

test('what does not fit is refused with both sizes before anything is copied', async () => {
  const persist = withQuota(4e6, 2e6);
  const { add, kept } = models();
  await expect(keepModel(kept, picked())).rejects.toMatchObject({
    code: 'model/no-room',
    params: { needs: '3 MB', free: '2 MB' },
  });
  expect(add).not.toHaveBeenCalled();
  expect(persist).not.toHaveBeenCalled();
});

test('what is not copied needs no room', async () => {
  withQuota(4e6, 4e6);
  const { add, kept } = models();
  const handle = {} as FileSystemFileHandle;
  expect(copiedBytes(picked(handle))).toBe(0);
  await keepModel(kept, picked(handle));
  expect(add).toHaveBeenCalledOnce();
});

test('what fits is kept, and the browser asked not to clear it; a refusal changes nothing', async () => {
  const persist = withQuota(
    4e6,
    1e6,
    vi.fn<() => Promise<boolean>>(() => Promise.reject(new Error('no'))),
  );
  const { add, kept } = models();
  await keepModel(kept, picked());
  expect(persist).toHaveBeenCalledOnce();
  expect(add).toHaveBeenCalledWith(model, picked().files, {});
});

test('a browser that does not say how much is free may copy', async () => {
  vi.stubGlobal('navigator', {});
  const { add, kept } = models();
  await keepModel(kept, picked());
  expect(add).toHaveBeenCalledOnce();
});
