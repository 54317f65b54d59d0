/** The model that the user chose to run in the tab: its folder, its number format, and what runs it. */
import { lackOf, type Lack, type TabDevice } from '../../../assist/tab/devices';
import type { Dtype } from '../../../assist/tab/formats';
import type { ModelFolder } from '../../../assist/tab/model-folder';
import type { TabTask } from '../../../assist/tab/tasks';
import type { TabModel } from '../../../assist/tab/transformers';
import type { KeptTabModel } from '../../../store/tab-models';
import { tabModels } from '../../browser/hub-shelf';
import { part } from '../../browser/lazy/part';
import { toFailure, type Failure } from '../../kit/failure';
import type { PickedOnDisk } from '../../run/own/inspect';
import type { PickedFolder } from '../../run/own/tab-model';
import { tabGraphics } from './tab-graphics.svelte';

const folders = part(() => import('../../run/own/tab-model'));

export class TabChoice {
  folder = $state.raw<ModelFolder | null>(null);
  dtype = $state<Dtype>('fp32');
  device = $state<TabDevice>('wasm');
  failure = $state.raw<Failure | null>(null);
  /** where the folder came from, as long as the browser does not keep it */
  picked = $state.raw<PickedFolder | null>(null);
  /** the kept model that it is */
  kept = $state.raw<KeptTabModel | null>(null);

  /** Looks at the files of a folder. */
  async choose(picking: Promise<readonly PickedOnDisk[]>): Promise<void> {
    await this.#open(async () => {
      const files = await picking;
      if (files.length === 0) return null;
      const { lookAtFolder } = await folders();
      this.picked = await lookAtFolder(files);
      return this.picked.folder;
    });
  }

  /** Opens a model that the browser keeps. */
  async use(kept: KeptTabModel): Promise<void> {
    await this.#open(async () => {
      const { openKept } = await folders();
      const folder = await openKept(tabModels(), kept);
      this.kept = kept;
      return folder;
    });
  }

  /** Lets go of a model that the browser keeps no longer. */
  forget(kept: KeptTabModel): void {
    if (this.kept?.id === kept.id) this.folder = this.kept = null;
  }

  async #open(open: () => Promise<ModelFolder | null>): Promise<void> {
    this.folder = this.picked = this.kept = null;
    this.failure = null;
    try {
      const folder = await open();
      if (folder) [this.dtype] = folder.dtypes;
      this.folder = folder;
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  /** Why the model does not run as it was chosen; null: nothing is known against it. */
  get lack(): Lack | null {
    return lackOf(this.device, this.dtype, tabGraphics.found);
  }

  /** The model, as long as it is one for the task and runs here; else null. */
  modelFor(task: TabTask): TabModel | null {
    const { folder, dtype, device, lack } = this;
    return folder?.task === task && lack === null ? { folder, dtype, device } : null;
  }
}

/** One for each task, for as long as the page is open: a folder is picked once, whatever is done with its model. */
export const tabChoices: Readonly<Record<TabTask, TabChoice>> = {
  names: new TabChoice(),
  text: new TabChoice(),
};
