/** Models that answer or find names in the tab, as this browser keeps them. */
import { tabTasks } from '../assist/tab/tasks';
import { v } from '../base/schema';
import { fail } from '../files/errors';
import { readableFile } from '../files/own-files';
import { KeptModels, originSchema } from './kept-models';
import type { KeyValue } from './key-value';
import type { OwnFolder } from './own-folder';

const schema = v.object({
  id: v.string(),
  /** what it is called */
  title: v.string(),
  /** of all its files */
  bytes: v.number(),
  task: v.picklist(tabTasks),
  /** whether its files lie on disk where the user has them */
  isOnDisk: v.boolean(),
  /** paths in its folder, such as onnx/model.onnx */
  files: v.array(v.string()),
  /** where it was downloaded from @default it was opened from files */
  origin: v.optional(originSchema),
});

export type KeptTabModel = v.InferOutput<typeof schema>;

export class TabModels extends KeptModels<KeptTabModel> {
  /** `folder`: null where the browser has no file system of its own */
  constructor(store: KeyValue, folder: OwnFolder | null) {
    super(store, folder, { models: 'own/tab-model/', files: 'own/tab-file/', schema });
  }

  /** The files of a model by their paths. @throws LetheError file/missing: the browser no longer has one, or may not read it */
  async files({ id, files }: Pick<KeptTabModel, 'id' | 'files'>): Promise<Map<string, Blob>> {
    const found = new Map<string, Blob>();
    for (const path of files) {
      const file = await readableFile(path, this.file(id, path));
      found.set(path, file ?? fail('file/missing', { path, status: 'ENOENT' }));
    }
    return found;
  }
}
