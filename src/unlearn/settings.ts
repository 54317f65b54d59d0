/** The settings of a run: everything that decides its result, besides the texts and the model. */
import { fail } from '../base/errors';
import { v, validate } from '../base/schema';
import { logitSpaces } from '../llama/graphs/combine';
import { allProjections } from '../llama/lora';
import { schedules } from '../llama/schedule';
import { projections } from '../llama/weights';
import { remainders } from '../text/blocks';
import { matchRules } from '../text/matcher';
import { translationDraws } from '../text/translate';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const rate = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));

const alpha = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100));

const training = v.object({
  /** optimizer steps */
  steps: whole(1, 100_000),
  learningRate: rate,
  schedule: v.picklist(schedules),
});

export const settingsSchema = v.object({
  /** decides every random choice of the run */
  seed: v.pipe(v.number(), v.integer()),
  /** T, tokens of a block */
  blockLength: whole(8, 4096),
  /** B, blocks of a training batch */
  batch: whole(1, 256),
  /** α of equation 1; 5 in the paper */
  alpha,
  /** whether equation 1 takes raw logits, as the paper, or log-probabilities */
  logitSpace: v.picklist(logitSpaces),
  /** whether the labels are the strongest generic tokens with their probabilities; without, the strongest alone */
  softLabels: v.boolean(),
  /** whether anchor terms are translated; without, the baseline reads the text itself */
  anchors: v.boolean(),
  /** which term counts where several match */
  matchRule: v.picklist(matchRules),
  /** whether a term inside a longer word is no match */
  wordBoundary: v.boolean(),
  /** what one translation is drawn for in each block */
  translationDraw: v.picklist(translationDraws),
  /** whether the token before an anchor term that the block already named has no label */
  maskRepeats: v.boolean(),
  /** whether a translation's first tokens are forbidden as labels once it was emitted */
  forbid: v.boolean(),
  /** whether the forget text's last tokens, which fill no block, are kept */
  remainder: v.picklist(remainders),
  /** whether there is a reinforced model; without, equation 1 has nothing to take away */
  reinforced: v.boolean(),
  lora: v.object({
    rank: whole(1, 256),
    loraAlpha: v.pipe(v.number(), v.finite(), v.minValue(0)),
    targets: v.pipe(v.array(v.picklist(projections)), v.minLength(1)),
  }),
  reinforce: training,
  unlearn: v.object({
    ...training.entries,
    /** share of each batch that is retain text with its true next tokens */
    retainShare: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(0.5)),
  }),
});

export type RunSettings = v.InferOutput<typeof settingsSchema>;
export type TrainingSettings = RunSettings['reinforce'];

/** Settings for the shipped base model, found by `npm run sweep`. */
export const defaultSettings: RunSettings = {
  seed: 1,
  blockLength: 128,
  batch: 8,
  alpha: 8,
  logitSpace: 'raw',
  softLabels: false,
  anchors: true,
  matchRule: 'longest',
  wordBoundary: true,
  translationDraw: 'term',
  maskRepeats: true,
  forbid: true,
  remainder: 'pad',
  reinforced: true,
  lora: { ...allProjections, targets: [...allProjections.targets] },
  reinforce: { steps: 120, learningRate: 1e-2, schedule: 'linear' },
  unlearn: { steps: 260, learningRate: 8e-3, schedule: 'linear', retainShare: 0.375 },
};

/** Settings from outside, such as a form. @throws LetheError settings/invalid naming the first wrong one */
export function parseSettings(data: unknown): RunSettings {
  return validate(settingsSchema, data, (mismatch) => fail('settings/invalid', mismatch));
}

/** An α from outside, such as a slider. @throws LetheError settings/invalid */
export function parseAlpha(data: unknown): number {
  return validate(alpha, data, (mismatch) => fail('settings/invalid', { ...mismatch, field: 'alpha' }));
}

/** The α that runs: without a reinforced model equation 1 has nothing to take away. */
export function alphaOf({ alpha, reinforced }: Pick<RunSettings, 'alpha' | 'reinforced'>): number {
  return reinforced ? alpha : 0;
}

/** The field's names for what settings make of the method. "WHP" alone would name four different ones. */
export type MethodVariant = 'paper' | 'anchors-only' | 'reinforced-only' | 'neither';

export function methodVariantOf({
  anchors,
  reinforced,
}: Pick<RunSettings, 'anchors' | 'reinforced'>): MethodVariant {
  if (anchors && reinforced) return 'paper';
  if (anchors) return 'anchors-only';
  return reinforced ? 'reinforced-only' : 'neither';
}
