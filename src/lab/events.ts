/** What the stages report while they run. */
import type { LabelEvent } from '../unlearn/label';
import type { StepEvent } from '../unlearn/train';

/** A sentence about what is going on, for stages whose length is not known. */
export interface NoteEvent {
  readonly kind: 'note';
  readonly text: 'files' | 'device' | 'measuring' | 'compiling' | 'translating' | 'scoring';
}

/** Tokens that voices have just written. */
export interface WriteEvent {
  readonly kind: 'write';
  readonly written: readonly { readonly row: number; readonly text: string }[];
}

export type LabEvent = StepEvent | LabelEvent | NoteEvent | WriteEvent;

/** A stage of the lab: reports while it runs, and ends with its result. */
export type Stage<R> = AsyncGenerator<LabEvent, R>;
