/** What the stages report while they run. */
import type { EvaluatedVariant } from '../evaluate/report';
import type { CheckpointEvent } from '../unlearn/checkpoint';
import type { LabelEvent } from '../unlearn/label';
import type { StepEvent } from '../unlearn/train';
import type { EvaluationPart } from './evaluate-input';
import type { ResumedEvent } from './resumable-training';
import type { ProbeEvent } from './probe-event';

/** A sentence about what is going on, for stages whose length is not known. */
export interface NoteEvent {
  readonly kind: 'note';
  readonly text: 'files' | 'device' | 'measuring' | 'compiling' | 'translating' | 'scoring';
}

/** A token with how likely it was. */
export interface LikelyToken {
  readonly text: string;
  /** 0 … 1 */
  readonly probability: number;
}

/** A token that a variant wrote, and the likeliest ones there, strongest first. */
export interface WrittenToken extends LikelyToken {
  readonly top: readonly LikelyToken[];
}

/** Tokens that variants have just written, each with its variant's whole text so far. */
export interface WriteEvent {
  readonly kind: 'write';
  readonly written: readonly { readonly row: number; readonly text: string; readonly token: WrittenToken }[];
}

/** What the baseline reads inside equation 1, prompt by prompt, where that is a translation. */
export interface ReadEvent {
  readonly kind: 'read';
  readonly translated: readonly string[];
}

/** How far an evaluation is. */
export interface EvaluateEvent {
  readonly kind: 'evaluate';
  /** who is asked, and what */
  readonly variant: EvaluatedVariant;
  readonly part: EvaluationPart;
  /** items of all variants and parts together */
  readonly done: number;
  readonly of: number;
  /** items a second since this part began */
  readonly rate: number;
}

export type LabEvent =
  | StepEvent
  | CheckpointEvent
  | ResumedEvent
  | LabelEvent
  | NoteEvent
  | ReadEvent
  | WriteEvent
  | EvaluateEvent
  | ProbeEvent;

/** A stage of the lab: reports while it runs, and ends with its result. */
export type JobStream<R> = AsyncGenerator<LabEvent, R>;
