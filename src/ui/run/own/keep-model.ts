/** Keeps a model that the user picked, in this browser. */
import { storageUse } from '../../../base/browser';
import { fail } from '../../../store/errors';
import type { AddOptions, OwnModels } from '../../../store/own-models';
import type { Inspected } from './inspect';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** Bytes that are copied: what lies on disk is not. */
export const copiedBytes = ({ files }: Pick<Inspected, 'files'>): number =>
  files.reduce((sum, { file, handle }) => sum + (handle ? 0 : file.size), 0);

/** @throws LetheError model/no-room before anything is copied, model/not-kept; the signal's reason */
export async function keepModel(
  models: OwnModels,
  { model, files }: Inspected,
  options: AddOptions = {},
): Promise<void> {
  const needs = copiedBytes({ files });
  const use = await storageUse();
  const free = use ? use.most - use.used : Number.POSITIVE_INFINITY;
  if (needs > free) fail('model/no-room', { needs: megabytes(needs), free: megabytes(free) });
  await askToPersist();
  await models.add(model, files, options);
}

/** So that the browser does not clear what it keeps when space runs low; it may refuse. */
async function askToPersist(): Promise<void> {
  const { storage } = globalThis.navigator as { readonly storage?: Partial<StorageManager> };
  await storage?.persist?.().catch(() => false);
}
