/** The model that the user chose to run in the tab: its folder, its number format, and what runs it. */
import type { TabDevice } from '../../../assist/tab/devices';
import type { Dtype, ModelFolder, TabTask } from '../../../assist/tab/model-folder';
import type { TabModel } from '../../../assist/tab/transformers';
import { part } from '../../browser/lazy/part';
import { toFailure, type Failure } from '../../kit/failure';

const folders = part(() => import('../../../assist/tab/model-folder'));

export class TabChoice {
  folder = $state.raw<ModelFolder | null>(null);
  dtype = $state<Dtype>('fp32');
  device = $state<TabDevice>('wasm');
  failure = $state.raw<Failure | null>(null);

  /** Looks at the files of a folder. */
  async choose(files: readonly File[]): Promise<void> {
    this.folder = null;
    this.failure = null;
    if (files.length === 0) return;
    try {
      const { readModelFolder } = await folders();
      const picked = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      this.folder = await readModelFolder(picked);
      [this.dtype] = this.folder.dtypes;
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  /** The model, as long as it is one for the task; else null. */
  modelFor(task: TabTask): TabModel | null {
    const { folder, dtype, device } = this;
    return folder?.task === task ? { folder, dtype, device } : null;
  }
}
