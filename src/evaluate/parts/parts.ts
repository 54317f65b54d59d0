/** The parts of an evaluation, in the order of their runs. */
import type { EvalPart } from '../eval-context';
import { completions } from './completions';
import { distance } from './distance';
import { general } from './general';
import { neighbour } from './neighbour';
import { probability } from './probability';
import { repetition } from './repetition';
import { text } from './text';
import { truth } from './truth';

export const evalPartNames = [
  'completions',
  'probability',
  'neighbour',
  'general',
  'truth',
  'text',
  'repetition',
  'distance',
] as const;
export type EvalPartName = (typeof evalPartNames)[number];

export const parts: Readonly<Record<EvalPartName, EvalPart>> = {
  completions,
  probability,
  neighbour,
  general,
  truth,
  text,
  repetition,
  distance,
};
