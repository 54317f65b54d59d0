/**
 * The lab: one loaded model, and the results of the stages. The stages themselves are async generators
 * in stages/, and jobs.ts is the table of all of them; none knows of workers, pages or storage. The same lab runs in
 * the page's worker and in Node.
 */
import type { FileSource } from '../files/source';
import { parseAlpha } from '../methods/settings';
import type { KeyValue } from '../store/key-value';
import type { Openers } from './choose-device';
import { Workspace } from './workspace';

export class Lab {
  readonly workspace = new Workspace();
  /** α of equation 1 during generation; it may change meanwhile */
  alpha = 0;
  /** whether the unlearning is to stop after its current step */
  isStopping = false;

  constructor(
    readonly source: FileSource,
    readonly open: Openers,
    /** where results are saved; null: nowhere */
    public store: KeyValue | null = null,
  ) {}

  /** Ends the unlearning in progress after its current step; its model is kept. */
  stopHere(): void {
    this.isStopping = true;
  }

  /** Sets α of equation 1, from the next generated token. @throws LetheError settings/invalid */
  moveAlpha(alpha: number): void {
    this.alpha = parseAlpha(alpha);
  }

  /** Bytes held by the runtime, 0 before a model is loaded. */
  memoryBytes(): number {
    return this.workspace.memoryBytes();
  }

  release(): Promise<void> {
    return this.workspace.release();
  }
}
