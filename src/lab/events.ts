/** What the stages report while they run. */
import type { EvaluatedVariant } from '../evaluate/report';
import type { LikelyToken } from '../evaluate/next-token';
import type { CheckpointEvent } from '../unlearn/checkpoint';
import type { LabelEvent } from '../unlearn/label';
import type { StepEvent } from '../unlearn/train';
import type { EvaluationPart } from './evaluate-input';
import type { ResumedEvent } from './resumable-training';
import type { ProbeEvent } from './probe-event';

/** What a job is doing while it cannot say how long that takes. */
export type Activity =
  'readingFiles' | 'openingDevice' | 'comparingDevices' | 'compiling' | 'translating' | 'scoring';

export interface ActivityEvent {
  readonly kind: 'activity';
  readonly activity: Activity;
}

export const activity = (activity: Activity): ActivityEvent => ({ kind: 'activity', activity });

/** A token that a variant generated, and the likeliest tokens at its position, most probable first. */
export interface WrittenToken extends LikelyToken {
  readonly top: readonly LikelyToken[];
}

/** Tokens that variants have just generated, each with its variant's whole text so far. */
export interface WriteEvent {
  readonly kind: 'write';
  readonly written: readonly { readonly row: number; readonly text: string; readonly token: WrittenToken }[];
}

/** The translated prompts that the baseline reads inside equation 1, one per prompt. */
interface ReadEvent {
  readonly kind: 'read';
  readonly translated: readonly string[];
}

/** An evaluation begins: its items, of all variants, by part. */
interface PlannedEvent {
  readonly kind: 'planned';
  readonly items: Readonly<Partial<Record<EvaluationPart, number>>>;
}

/** Progress of an evaluation. */
export interface EvaluateEvent {
  readonly kind: 'evaluate';
  /** the variant and the part */
  readonly variant: EvaluatedVariant;
  readonly part: EvaluationPart;
  /** items of all variants and parts together */
  readonly done: number;
  readonly of: number;
  /** items per second since this part began */
  readonly rate: number;
}

/** Files are being made: bytes so far. */
interface SaveEvent {
  readonly kind: 'save';
  readonly done: number;
  readonly of: number;
}

export type LabEvent =
  | StepEvent
  | CheckpointEvent
  | ResumedEvent
  | LabelEvent
  | ActivityEvent
  | ReadEvent
  | WriteEvent
  | PlannedEvent
  | EvaluateEvent
  | ProbeEvent
  | SaveEvent;

/** A job of the lab: yields events while it runs, and returns its result. */
export type LabJob<R> = AsyncGenerator<LabEvent, R>;
