/** The runs of an evaluation: each variant to evaluate, with everything that the parts need. */
import { fail } from './error-catalogue';
import type { AttackContext } from '../evaluate/attacks/attack';
import { commonAnchors, type Lexicon } from '../evaluate/grade';
import { membershipTexts } from '../evaluate/membership';
import type { Questions } from '../evaluate/questions';
import type { EvaluatedVariant } from '../evaluate/report';
import type { VariantRef } from '../model/evaluated-model';
import { effectiveAlpha, hasReinforced, type RunSettings } from '../methods/settings';
import type { EvaluationPlan } from './evaluate-input';
import type { Gold } from './gold';
import type { Workspace } from './workspace';
import type { Dataset } from './dataset';

export interface EvalRun {
  readonly variant: EvaluatedVariant;
  readonly context: AttackContext;
}

/**
 * One run for each variant of the plan, the gold model's first; it is left out if there is no gold model. `asked`: as
 * `askedQuestions` gives them
 * @throws LetheError stage/order if a variant has not been trained yet
 */
export function evalRunsOf(
  workspace: Workspace,
  gold: Gold | null,
  asked: Questions,
  plan: EvaluationPlan,
  settings: RunSettings,
): EvalRun[] {
  const { model, files, dataset } = workspace.ready('evaluate');
  const [bank, { aligned, heldOut }] = [workspace.bank(settings), workspace.texts(settings)];
  const shared = {
    tokenizer: files.tokenizer,
    questions: asked,
    lexicon: lexiconOf(dataset, asked),
    forgetSet: aligned,
    heldOut,
    membership: membershipTexts(
      asked.holdOut,
      dataset.forget.passages,
      files.tokenizer,
      settings.blockLength,
    ),
    seed: settings.seed,
    batch: plan.batch,
    lora: bank.lora,
  };
  const evalRuns = plan.variants.flatMap((variant): EvalRun[] => {
    if (variant === 'gold') {
      if (!gold) return [];
      const { evaluated, weights } = gold;
      return [{ variant, context: { ...shared, evaluated, weights, gold: null, adapter: null } }];
    }
    const variantRef = variantRefOf(variant, workspace, settings);
    const adapter = variantRef.variant === 'equation1' ? null : bank.adapter(variantRef.variant);
    const evaluated = { model, bank, variantRef };
    return [
      {
        variant,
        context: { ...shared, evaluated, weights: files.weights, gold: gold?.evaluated ?? null, adapter },
      },
    ];
  });
  return evalRuns.sort((a, b) => Number(b.variant === 'gold') - Number(a.variant === 'gold'));
}

/** @throws LetheError stage/order if it has not been trained yet */
function variantRefOf(
  variant: Exclude<EvaluatedVariant, 'gold'>,
  workspace: Workspace,
  settings: RunSettings,
): VariantRef {
  const ref: VariantRef =
    variant === 'equation1'
      ? { variant, alpha: effectiveAlpha(settings), space: settings.logitSpace }
      : workspace.refOf(variant);
  const needs = {
    baseline: null,
    reinforced: 'reinforce',
    equation1: hasReinforced(settings) ? 'reinforce' : null,
    unlearned: 'unlearn',
  } as const;
  const stage = needs[ref.variant];
  const bank = workspace.bank(settings);
  if (stage !== null && bank.adapter(stage === 'unlearn' ? 'unlearned' : 'reinforced') === null)
    return fail('stage/order', { stage: 'evaluate', needs: stage });
  return ref;
}

/** The dictionary's terms, those of them that are ordinary words, and the words of the theme. */
function lexiconOf({ dictionary }: Dataset, { theme: { theme, common } }: Questions): Lexicon {
  const anchors = dictionary.map(({ term }) => term);
  const ordinary = common.length > 0 ? new Set(common) : commonAnchors(anchors);
  return { anchors, common: ordinary, theme };
}
