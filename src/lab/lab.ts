/**
 * The lab: one loaded model, and the results of the stages. The stages themselves are async generators
 * in stages/, and jobs.ts is the table of all of them; none knows of workers, pages or storage. The same lab runs in
 * the page's worker and in Node.
 */
import type { FileSource } from '../files/source';
import type { KeyValue } from '../store/key-value';
import type { Openers } from './choose-device';
import type { LastAnswer } from './last-answer';
import { Workspace } from './workspace';

export class Lab {
  readonly workspace = new Workspace();
  /** the last answer of equation 1, which can be given again at another α; null: none */
  lastAnswer: LastAnswer | null = null;
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

  /** Bytes held by the runtime, 0 before a model is loaded. */
  memoryBytes(): number {
    return this.workspace.memoryBytes();
  }

  release(): Promise<void> {
    return this.workspace.release();
  }
}
