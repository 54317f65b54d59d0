/** The user’s own models, on which the method runs: which there are, and their files. */
import { v } from '../base/schema';
import { KeptModels, originSchema } from './kept-models';
import type { KeyValue } from './key-value';
import type { OwnFolder } from './own-folder';

const schema = v.object({
  /** as a source has it: it names the model and its hash (files/own-files.ts) */
  path: v.string(),
  id: v.string(),
  title: v.string(),
  /** of all its files */
  bytes: v.number(),
  parameters: v.number(),
  /** name of its family */
  family: v.string(),
  /** whether its files lie on disk where the user has them */
  isOnDisk: v.boolean(),
  files: v.array(v.string()),
  /** where it was downloaded from @default it was opened from files */
  origin: v.optional(originSchema),
});

export type OwnModel = v.InferOutput<typeof schema>;

export class OwnModels extends KeptModels<OwnModel> {
  /** `folder`: null where the browser has no file system of its own */
  constructor(store: KeyValue, folder: OwnFolder | null) {
    super(store, folder, { models: 'own/model/', files: 'own/file/', schema });
  }
}
