/** The models for the tab that this browser keeps, and keeping another one. */
import type { Dtype } from '../../../assist/tab/formats';
import type { KeptTabModel } from '../../../store/tab-models';
import { tabModels } from '../../browser/hub-shelf';
import { Attempt } from '../../kit/attempt.svelte';
import type { Failure } from '../../kit/failure';
import { copiedBytes, keepModel } from '../../run/own/keep-model';
import { keepable, type PickedFolder } from '../../run/own/tab-model';

export class TabKeeping {
  models = $state.raw<readonly KeptTabModel[]>([]);
  /** share of the bytes that are copied; null while nothing is */
  share = $state<number | null>(null);
  readonly #work = new Attempt();

  get failure(): Failure | null {
    return this.#work.failure;
  }

  /** None where the browser keeps nothing. */
  async list(): Promise<void> {
    this.models = await tabModels()
      .list()
      .catch(() => []);
  }

  /** Keeps one number format of a folder. Resolves to the model, or to null if it could not be kept. */
  async keep(picked: PickedFolder, dtype: Dtype): Promise<KeptTabModel | null> {
    const one = keepable(picked, dtype);
    const all = Math.max(1, copiedBytes(one));
    this.share = 0;
    const isKept = await this.#work.run((signal) =>
      keepModel(tabModels(), one, { signal, onbytes: (bytes) => (this.share = bytes / all) }),
    );
    this.share = null;
    if (!isKept) return null;
    await this.list();
    return one.model;
  }

  cancel(): void {
    this.#work.cancel();
  }

  async remove(model: KeptTabModel): Promise<void> {
    if (await this.#work.run(() => tabModels().remove(model))) await this.list();
  }
}
