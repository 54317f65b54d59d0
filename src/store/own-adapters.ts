/** Adapters that the user opened from files, kept in this browser for later visits. They belong to no project. */
import { contentHash } from '../base/hash';
import { v } from '../base/schema';
import type { KeyValue } from './key-value';

const schema = v.object({
  id: v.string(),
  /** what the user knows it by */
  name: v.string(),
  /** hash of the weights of the model beside which it was opened */
  model: v.string(),
  bytes: v.number(),
});

export type OwnAdapter = v.InferOutput<typeof schema>;

const files = v.object({ config: v.instance(Uint8Array), weights: v.instance(Uint8Array) });

/** The two files that PEFT saves, as bytes. */
export interface KeptAdapterFiles {
  readonly config: Uint8Array;
  readonly weights: Uint8Array;
}

const ADAPTERS = 'own/adapter/';
const fileKey = (id: string): string => `own/adapter-files/${id}`;

export class OwnAdapters {
  constructor(private readonly store: KeyValue) {}

  /** Those for a model, by name. `model`: hash of its weights */
  async list(model: string): Promise<OwnAdapter[]> {
    const keys = await this.store.keys(ADAPTERS);
    const found = await Promise.all(keys.map((key) => this.store.get(key)));
    return found
      .flatMap((one) => {
        const read = v.safeParse(schema, one);
        return read.success && read.output.model === model ? [read.output] : [];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Keeps it whole or not at all; one that is kept already is kept once. @throws LetheError store/failed */
  async add(name: string, model: string, kept: KeptAdapterFiles): Promise<OwnAdapter> {
    const id = contentHash(model, kept.config, kept.weights);
    const adapter = { id, name, model, bytes: kept.config.length + kept.weights.length };
    await this.store.change({ put: { [ADAPTERS + id]: adapter, [fileKey(id)]: kept } });
    return adapter;
  }

  /** null: it is not kept any more. */
  async files({ id }: Pick<OwnAdapter, 'id'>): Promise<KeptAdapterFiles | null> {
    const read = v.safeParse(files, await this.store.get(fileKey(id)));
    return read.success ? read.output : null;
  }

  /** @throws LetheError store/failed */
  async remove({ id }: Pick<OwnAdapter, 'id'>): Promise<void> {
    await this.store.change({ remove: [ADAPTERS + id, fileKey(id)] });
  }
}
