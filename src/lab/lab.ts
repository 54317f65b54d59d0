/**
 * The laboratory: one loaded model, and what the stages have made with it. The stages themselves are async generators
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
  /** α of equation 1 while it writes an answer; it may move meanwhile */
  alpha = 0;
  /** whether the training that unlearns is to stop after its current step */
  isStopping = false;

  constructor(
    readonly source: FileSource,
    readonly open: Openers,
    /** where results outlive the lab; null: nowhere */
    public store: KeyValue | null = null,
  ) {}

  /** Ends the unlearning in progress after its current step; the model is kept as it is then. */
  stopHere(): void {
    this.isStopping = true;
  }

  /** α for equation 1, from the next token that it writes. @throws LetheError settings/invalid */
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
