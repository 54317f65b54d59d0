/** Downloads that were begun in this browser and are not finished: what they fetch, and where it is kept. */
import { contentHash } from '../base/hash';
import { v } from '../base/schema';
import type { KeyValue } from '../store/key-value';
import type { HubModel } from './models-in';
import type { HubPlace } from './repository';
import { readable } from '../store/readable';

const schema = v.object({
  /** of the PieceFolder that keeps the files */
  id: v.string(),
  repo: v.string(),
  revision: v.string(),
  commit: v.string(),
  mirror: v.string(),
  title: v.string(),
  isGguf: v.boolean(),
  files: v.array(
    v.object({
      name: v.string(),
      bytes: v.number(),
      hash: v.object({ kind: v.picklist(['sha256', 'git']), hex: v.string() }),
    }),
  ),
});

export type Unfinished = v.InferOutput<typeof schema>;

/** Beginning of the keys, by what the files become: an own model, or one for the tab. */
export const downloadKeys = { own: 'own/download/', tab: 'own/tab-download/' } as const;
const DIGITS = 16;

/** The same files of the same commit are the same download, wherever they come from. */
export function downloadOf(
  { repo, revision, commit, mirror }: HubPlace,
  { title, isGguf, files }: HubModel,
): Unfinished {
  const names = files.map(({ name }) => name);
  const id = `hub-${contentHash(repo, commit, ...names).slice(0, DIGITS)}`;
  return { id, repo, revision, commit, mirror, title, isGguf, files: files.map((file) => ({ ...file })) };
}

export class UnfinishedDownloads {
  constructor(
    private readonly store: KeyValue,
    /** one of `downloadKeys` */
    private readonly keys: string,
  ) {}

  /** Where the store has it. */
  readonly keyOf = ({ id }: Unfinished): string => this.keys + id;

  /** By title; what another version kept is passed over. */
  async list(): Promise<Unfinished[]> {
    const found = await readable(this.store, this.keys, schema);
    return found.sort((a, b) => a.title.localeCompare(b.title));
  }

  async put(one: Unfinished): Promise<void> {
    await this.store.change({ put: { [this.keyOf(one)]: one } });
  }

  /** Leaves its files where they are. */
  async forget(one: Unfinished): Promise<void> {
    await this.store.change({ remove: [this.keyOf(one)] });
  }
}
