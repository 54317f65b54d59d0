/** The work of a stage: how many units of which kind, as far as is known before it begins. */
import { FORGET_BLOCKS } from '../../../evaluate/forget-blocks';
import type { EvaluationPart } from '../../../lab/evaluate-input';
import { isDue } from '../../../lab/monitor-settings';
import { unlearningOf, type RunSettings } from '../../../methods/settings';
import type { StageName } from '../../../pipeline/stage';
import { scopeWork, type Scope } from '../evaluation-scope';
import type { Watching } from '../watching';

/**
 * Units of one kind take about the same time on one device. `start` reads, translates and compiles; `step` is a block of
 * a training step, `block` a labelled block, `look` a look at the forgetting, `measure` a block of the text that is read
 * after the training. `evaluation` is a whole evaluation before its items are counted; then there are those of each part.
 */
export type WorkKind = 'start' | 'step' | 'block' | 'look' | 'measure' | 'evaluation' | EvaluationPart;

export interface Work {
  readonly kind: WorkKind;
  readonly units: number;
}

/** What the work depends on. */
export interface RunSize {
  readonly settings: RunSettings;
  readonly every: Watching['every'];
  readonly scope: Scope;
  /** characters of the text to forget */
  readonly characters: number;
  /** whether that is the user’s own text, about which most questions of the data set cannot be asked */
  readonly isOwnText: boolean;
}

/**
 * How long a unit takes on any device, as a multiple of a block of a training step. Measured in the browser with the
 * shipped model (`npm run bench -- --part method`); what a device has measured itself counts instead.
 */
export const typicalCost: Readonly<Record<WorkKind, number>> = {
  start: 30,
  step: 1,
  block: 1.4,
  look: 20,
  measure: 1.6,
  evaluation: 1,
  completions: 0.18,
  probability: 0.1,
  neighbour: 0.14,
  general: 0.12,
  truth: 0.15,
  text: 0.5,
  repetition: 0.7,
  distance: 0.25,
  context: 0.18,
  paraphrase: 0.18,
  bits8: 0.3,
  bits4: 0.3,
  relearning: 0.5,
  relearningMerged: 0.5,
};

/** Of English, in the tokenizers of small models. The estimate holds until the blocks themselves are counted. */
const CHARACTERS_PER_TOKEN = 3.9;

/** The work of a stage before it begins. */
export function workOf(stage: StageName, size: RunSize): Work[] {
  const { settings, every, scope, isOwnText } = size;
  const { read, reinforce, unlearn, chosenBlocks } = settings;
  const blocks = Math.ceil(size.characters / CHARACTERS_PER_TOKEN / settings.blockLength);
  switch (stage) {
    case 'read':
      return [start, { kind: 'step', units: read.steps * read.batch }];
    case 'reinforce':
      return [start, { kind: 'step', units: reinforce.steps * reinforce.batch }];
    case 'label':
      return [start, { kind: 'block', units: Math.min(blocks, chosenBlocks) }];
    case 'unlearn': {
      const measure = { kind: 'measure', units: Math.min(blocks, FORGET_BLOCKS) } as const;
      if (unlearningOf(settings).by !== 'training') return [measure];
      const looks = { kind: 'look', units: looksOf(unlearn.steps, every) } as const;
      return [start, looks, { kind: 'step', units: unlearn.steps * unlearn.batch }, measure];
    }
    case 'evaluate':
      return [start, { kind: 'evaluation', units: scopeWork(scope, isOwnText) }];
  }
}

const start = { kind: 'start', units: 1 } as const;

/** The looks of a training that takes all its steps: those that are due, and one at the end. */
function looksOf(steps: number, every: Watching['every']): number {
  if (every === 0) return 0;
  return Array.from({ length: steps }, (_, step) => step).filter((step) => isDue(every, step)).length + 1;
}
