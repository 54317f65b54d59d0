/** Keeps a model that the user picked, in this browser. */
import type { AddOptions, KeptModel, KeptModels, OwnFile } from '../../../store/kept-models';
import { askToPersist, checkRoom } from './room';

/** Bytes that are copied: what lies on disk is not. */
export const copiedBytes = ({ files }: { readonly files: readonly OwnFile[] }): number =>
  files.reduce((sum, { file, handle }) => sum + (handle ? 0 : file.size), 0);

/** @throws LetheError model/no-room before anything is copied, model/not-kept; the signal's reason */
export async function keepModel<M extends KeptModel>(
  models: Pick<KeptModels<M>, 'add'>,
  { model, files }: { readonly model: M; readonly files: readonly OwnFile[] },
  options: AddOptions = {},
): Promise<void> {
  await checkRoom(copiedBytes({ files }));
  await askToPersist();
  await models.add(model, files, options);
}
