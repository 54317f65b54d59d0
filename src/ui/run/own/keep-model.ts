/** Keeps a model that the user picked, in this browser. */
import type { AddOptions, OwnModels } from '../../../store/own-models';
import type { Inspected } from './inspect';
import { askToPersist, checkRoom } from './room';

/** Bytes that are copied: what lies on disk is not. */
export const copiedBytes = ({ files }: Pick<Inspected, 'files'>): number =>
  files.reduce((sum, { file, handle }) => sum + (handle ? 0 : file.size), 0);

/** @throws LetheError model/no-room before anything is copied, model/not-kept; the signal's reason */
export async function keepModel(
  models: Pick<OwnModels, 'add'>,
  { model, files }: Pick<Inspected, 'model' | 'files'>,
  options: AddOptions = {},
): Promise<void> {
  await checkRoom(copiedBytes({ files }));
  await askToPersist();
  await models.add(model, files, options);
}
