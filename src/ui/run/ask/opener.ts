/** Opens adapters that PEFT saved: to answer beside the variants, or in place of one that the run would train. */
import type { LabClient } from '../../../bridge/client';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS } from '../../../exchange/peft-adapter';
import { fail } from '../../../exchange/errors';
import type { AdapterFiles } from '../../../exchange/read-adapter';
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import { isSame } from '../../../base/same';
import { databaseKeyValue } from '../../../store/database';
import { OwnAdapters, type OwnAdapter } from '../../../store/own-adapters';
import { site } from '../../browser/site';
import { toFailure } from '../../kit/failure';
import type { RunState } from '../run-state.svelte';

/** Those of this browser. The database opens at the first use. */
export const ownAdapters = (): OwnAdapters => new OwnAdapters(databaseKeyValue(site));

export class Opener {
  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run'>,
    private readonly kept: Pick<OwnAdapters, 'list' | 'add' | 'files' | 'remove'>,
  ) {}

  /**
   * `chosen`: both files of the adapter, and perhaps others of its folder. It is kept for later visits. What was open stays
   * if it is refused.
   */
  async open(chosen: readonly File[]): Promise<void> {
    let name = '';
    const isOpen = await this.#open(async () => {
      const config = fileOf(chosen, '.json', ADAPTER_CONFIG);
      const weights = fileOf(chosen, '.safetensors', ADAPTER_WEIGHTS);
      name = nameOf(weights);
      return { name, files: { config: await bytesOf(config), weights: await bytesOf(weights) } };
    });
    const { files } = this.state.opening;
    const { loaded } = this.state;
    if (!isOpen || !files || !loaded) return;
    await this.#keeping(() => this.kept.add(name, loaded.hashes.model, files));
  }

  /** Opens one that is kept. */
  async openKept(adapter: OwnAdapter): Promise<void> {
    await this.#open(async () => {
      const files = await this.kept.files(adapter);
      return { name: adapter.name, files: files ?? fail('adapter/gone', { name: adapter.name }) };
    });
    await this.list();
  }

  /** Lists those that are kept for the loaded model. */
  async list(): Promise<void> {
    await this.#keeping(() => Promise.resolve());
  }

  async remove(adapter: OwnAdapter): Promise<void> {
    await this.#keeping(() => this.kept.remove(adapter));
  }

  /** The result of the stage Reinforce is the opened adapter from now on, whose shape the settings take. */
  async reinforce(): Promise<void> {
    await this.#use('reinforced', ({ made }) => {
      const { stages } = this.state;
      stages.reinforce.reset();
      stages.reinforce.finish(undefined, made);
    });
  }

  /** The unlearned model is the opened adapter from now on, and measured; the settings take its shape. */
  async unlearn(): Promise<void> {
    const { lora } = this.state.plainSettings;
    await this.#use('unlearned', ({ lora: shape, compared, made }) => {
      const { stages } = this.state;
      if (!isSame(lora, shape)) stages.reinforce.reset(); // all adapters have one shape
      stages.unlearn.reset();
      if (compared) stages.unlearn.finish(compared, made);
    });
  }

  async #open(
    find: () => Promise<{ readonly name: string; readonly files: AdapterFiles }>,
  ): Promise<boolean> {
    const { opening, plainSettings: settings } = this.state;
    const before = opening.origin;
    await opening.stage.run(async (signal) => {
      const input = { ...(await find()), as: 'compared', settings } as const;
      const origin = await this.client.run('openAdapter', input, { signal });
      opening.files = input.files;
      return origin;
    });
    return opening.origin !== before;
  }

  async #use(as: 'reinforced' | 'unlearned', take: (origin: AdapterOrigin) => void): Promise<void> {
    const { opening, plainSettings: settings } = this.state;
    const { files, origin } = opening;
    if (!files || !origin) return;
    await opening.stage.run(async (signal) => {
      const input = { name: origin.name, files, as, settings } as const;
      const used = await this.client.run('openAdapter', input, { signal });
      const { lora } = used;
      this.state.settings = { ...this.state.settings, lora: { ...lora, targets: [...lora.targets] } };
      take(used);
      return origin;
    });
  }

  /** Changes what is kept, and lists it anew; `keepFailure` says why it could not. */
  async #keeping(change: () => Promise<unknown>): Promise<void> {
    const { opening, loaded } = this.state;
    opening.keepFailure = null;
    try {
      await change();
      opening.kept = loaded ? await this.kept.list(loaded.hashes.model) : [];
    } catch (error) {
      opening.keepFailure = toFailure(error);
    }
  }
}

/** The file of that name or, if none has it, the only one of its kind. */
function fileOf(files: readonly File[], ending: string, name: string): File {
  const ofKind = files.filter((file) => file.name.endsWith(ending));
  const found = ofKind.find((file) => file.name === name) ?? (ofKind.length === 1 ? ofKind[0] : undefined);
  return found ?? fail('adapter/files', { config: ADAPTER_CONFIG, weights: ADAPTER_WEIGHTS });
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Its folder, where the browser says it. */
const nameOf = ({ name, webkitRelativePath: path }: File): string => path.split('/').at(-2) ?? name;
