/** An attempt to get the forgotten text back. */
import type { LoraSettings } from '../../llama/lora';
import type { Adapter } from '../../model/adapter-bank';
import type { HostWeights } from '../../model/model';
import type { Exam } from '../exam';
import type { Figures } from '../figures';
import type { ReportVoice } from '../report';

export interface AttackedExam extends Exam {
  /** of the subject's model */
  readonly weights: HostWeights;
  /** the subject's own adapter; null if it speaks without one */
  readonly adapter: Adapter | null;
  /** of adapters that an attack trains */
  readonly lora: LoraSettings;
}

/** Figures over the steps of an attack: name → [step, value]. */
export type Curves = Readonly<Record<string, readonly (readonly [number, number | null])[]>>;

export interface Outcome {
  readonly figures: Figures;
  readonly curves?: Curves;
}

export interface Attack {
  /** voices that it can be tried on */
  readonly voices: readonly ReportVoice[];
  /** how many items there are; 0 = nothing to try */
  readonly count: (exam: AttackedExam) => number;
  readonly run: (exam: AttackedExam, signal: AbortSignal) => AsyncGenerator<number, Outcome>;
}
