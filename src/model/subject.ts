/** Who is asked: a voice of a model, or equation 1 over its baseline and reinforced voices. */
import type { LogitSpace } from '../llama/graphs/combine';
import type { AdapterBank, Voice } from './adapter-bank';
import type { Model } from './model';
import type { Writer } from './writers';

/** Equation 1 on one text that both voices read ("inference-only"). */
export interface Blend {
  readonly voice: 'equation1';
  readonly alpha: number;
  readonly space: LogitSpace;
}

export type Speaking = { readonly voice: Voice } | Blend;

export interface Subject {
  readonly model: Model;
  readonly bank: AdapterBank;
  readonly speaking: Speaking;
}

/** The subject as the writer of what follows `ids`. */
export function writerOf({ speaking }: Subject, ids: Int32Array): Writer {
  if (speaking.voice !== 'equation1') return { voice: speaking.voice, ids };
  const { voice, alpha, space } = speaking;
  return { voice, ids, translated: null, space, alpha: () => alpha };
}

/** The voices that read a text: one, or the two of equation 1. */
export function readersOf({ speaking: { voice } }: Subject): readonly Voice[] {
  return voice === 'equation1' ? ['baseline', 'reinforced'] : [voice];
}
