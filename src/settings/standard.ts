/** The settings that methods share. A method may add its own (methods/). */
import { logitSpaces } from '../llama/graphs/combine';
import { allProjections } from '../llama/lora';
import { schedules } from '../llama/schedule';
import { projections } from '../llama/projections';
import { bitChoices, planChoices } from '../model/plan-choice';
import { remainders } from '../text/blocks';
import { matchRules } from '../text/matcher';
import { forbidStarts, translationDraws } from '../text/translate';
import { choice, decimal, integer, subset, toggle, type ValuesOf } from './field';

const steps = { min: 1, max: 100_000, step: 10 };
/** B, blocks in a training batch. */
const batch = { min: 1, max: 256, step: 1 };
const learningRate = { min: 0, max: 0.1, step: 0.0005 };
const retainShare = { min: 0, max: 0.5, step: 0.125 };

/** Defaults for the shipped base model, found by `npm run sweep`. */
export const standardFields = {
  /** decides every random choice of a run */
  seed: integer({ min: 0, max: 999_999, step: 1, default: 1 }),
  /** whether one graph runs the whole model, or one that serves every layer */
  plan: choice(planChoices, 'auto'),
  /** bits of each frozen weight of the blocks: 8 and 4 in blocks of 32 with a scale each; 32: as loaded, in f32 */
  weightBits: choice(bitChoices, '32'),
  /** T, tokens in a block */
  blockLength: integer({ min: 8, max: 4096, step: 8, default: 128 }),
  /** whether the last tokens of the forget text, which fill no block, are kept */
  remainder: choice(remainders, 'pad'),
  lora: {
    rank: integer({ min: 1, max: 256, step: 1, default: allProjections.rank }),
    loraAlpha: decimal({ min: 0, max: 512, step: 1, default: allProjections.loraAlpha }),
    targets: subset(projections, allProjections.targets),
  },
  /** whether the model reads the forget set before anything else; what it is then, is the baseline */
  readFirst: toggle(false),
  read: {
    steps: integer({ ...steps, default: 60 }),
    batch: integer({ ...batch, default: 4 }),
    learningRate: decimal({ ...learningRate, default: 4e-3 }),
    schedule: choice(schedules, 'linear'),
    /** share of each batch that is retain text, so that the model loses nothing by the reading */
    retainShare: decimal({ ...retainShare, default: 0.5 }),
  },
  reinforce: {
    steps: integer({ ...steps, default: 120 }),
    batch: integer({ ...batch, default: 8 }),
    learningRate: decimal({ ...learningRate, default: 1e-2 }),
    schedule: choice(schedules, 'linear'),
  },
  /** α of equation 1; 5 in the paper */
  alpha: decimal({ min: 0, max: 20, step: 0.1, default: 8 }),
  /** whether equation 1 takes raw logits, as in the paper, or log-probabilities */
  logitSpace: choice(logitSpaces, 'raw'),
  /** whether there is a reinforced model; without one, equation 1 subtracts nothing */
  reinforced: toggle(true),
  /** whether anchor terms are translated; otherwise the baseline reads the text itself */
  anchors: toggle(true),
  /** which term wins where several match */
  matchRule: choice(matchRules, 'longest'),
  /** whether a term inside a longer word is ignored */
  wordBoundary: toggle(true),
  /** what each block draws one translation for */
  translationDraw: choice(translationDraws, 'term'),
  /** whether the token before a repeated anchor term has no label */
  maskRepeats: toggle(true),
  /** whether the first tokens of a translation are forbidden as labels once it has been emitted */
  forbid: toggle(true),
  /** from which prediction on */
  forbidFrom: choice(forbidStarts, 'emitted'),
  /** whether sentences that the forget set repeats are forgotten, too */
  repeatedSentences: toggle(false),
  /** how many blocks are labelled and trained on: those with the most anchor terms and repeated sentences */
  chosenBlocks: integer({ min: 1, max: 100_000, step: 10, default: 100_000 }),
  /** whether the ten strongest generic tokens are the target, weighted by probability, or the strongest alone */
  softLabels: toggle(false),
  unlearn: {
    steps: integer({ ...steps, default: 260 }),
    batch: integer({ ...batch, default: 8 }),
    learningRate: decimal({ ...learningRate, default: 8e-3 }),
    schedule: choice(schedules, 'linear'),
    /** share of each batch that is retain text with its true next tokens */
    retainShare: decimal({ ...retainShare, default: 0.375 }),
  },
} as const;

export type StandardSettings = ValuesOf<typeof standardFields>;
export type TrainingSettings = StandardSettings['reinforce'];
export type StandardName = keyof StandardSettings;
