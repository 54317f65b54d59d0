/** The page's titles for the parts of a fingerprint that changed. */
import type { LeafName } from '../../../settings/leaves';
import type { standardFields } from '../../../settings/standard';
import type { InputName, StageName } from '../../../pipeline/stage';
import type { en } from '../../i18n/en';
import { t } from '../../i18n/i18n.svelte';

type Part = InputName | LeafName<typeof standardFields> | StageName | 'method' | 'version';
type Title = keyof (typeof en)['inputs']['names'];

/** Settings are named in groups, as their forms show them. */
const titles: Readonly<Record<Part, Title>> = {
  version: 'version',
  model: 'model',
  forgetSet: 'texts',
  retainSet: 'texts',
  heldOut: 'texts',
  dictionary: 'dictionary',
  overrides: 'overrides',
  earlyStopping: 'unlearning',
  questions: 'questions',
  read: 'read',
  reinforce: 'reinforced',
  label: 'labels',
  unlearn: 'unlearned',
  evaluate: 'unlearned',
  method: 'unlearning',
  seed: 'training',
  plan: 'training',
  weightBits: 'training',
  blockLength: 'training',
  remainder: 'training',
  loraRank: 'training',
  loraLoraAlpha: 'training',
  loraTargets: 'training',
  readFirst: 'reading',
  readSteps: 'reading',
  readBatch: 'reading',
  readLearningRate: 'reading',
  readSchedule: 'reading',
  readRetainShare: 'reading',
  reinforceSteps: 'reinforcing',
  reinforceBatch: 'reinforcing',
  reinforceLearningRate: 'reinforcing',
  reinforceSchedule: 'reinforcing',
  alpha: 'equation',
  logitSpace: 'equation',
  reinforced: 'equation',
  anchors: 'rules',
  matchRule: 'rules',
  wordBoundary: 'rules',
  translationDraw: 'rules',
  maskRepeats: 'rules',
  forbid: 'rules',
  forbidFrom: 'rules',
  repeatedSentences: 'rules',
  chosenBlocks: 'rules',
  softLabels: 'unlearning',
  unlearnSteps: 'unlearning',
  unlearnBatch: 'unlearning',
  unlearnLearningRate: 'unlearning',
  unlearnSchedule: 'unlearning',
  unlearnRetainShare: 'unlearning',
};

/** Each title once, in the order of the parts. A setting of one method only counts as the method. */
export function partTitles(parts: readonly string[]): string[] {
  const named = parts.map((part) => titles[isPart(part) ? part : 'method']);
  return [...new Set(named)].map((title) => t(`inputs.names.${title}`));
}

function isPart(part: string): part is Part {
  return part in titles;
}
