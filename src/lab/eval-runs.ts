/** The runs of an evaluation: each variant to evaluate, with everything that the parts need. */
import { fail } from './error-catalogue';
import type { AttackContext } from '../evaluate/attacks/attack';
import { commonAnchors, type Lexicon } from '../evaluate/grade';
import { membershipTexts } from '../evaluate/membership';
import type { Questions } from '../evaluate/questions';
import type { EvaluatedVariant } from '../evaluate/report';
import type { VariantRef } from '../model/evaluated-model';
import { effectiveAlpha, hasReinforced, type RunSettings } from '../methods/settings';
import type { AdapterBank } from '../model/adapter-bank';
import type { EvaluationPlan } from './evaluate-input';
import type { Gold } from './gold';
import type { Workspace } from './workspace';
import type { Dataset } from './dataset';

export interface EvalRun {
  readonly variant: EvaluatedVariant;
  readonly context: AttackContext;
}

/**
 * One run for each variant of the plan, the gold model's first; it is left out if there is no gold model.
 * @throws LetheError stage/order if a variant has not been trained yet
 */
export function evalRunsOf(
  workspace: Workspace,
  gold: Gold | null,
  questions: Questions,
  plan: EvaluationPlan,
  settings: RunSettings,
): EvalRun[] {
  const { model, files, dataset } = workspace.ready('evaluate');
  const [bank, { aligned, heldOut }] = [workspace.bank(settings), workspace.texts(settings)];
  const shared = {
    tokenizer: files.tokenizer,
    questions: plan.prompts ? { ...questions, prompts: plan.prompts, phrases: [] } : questions,
    lexicon: lexiconOf(dataset, questions),
    forgetSet: aligned,
    heldOut,
    membership: membershipTexts(
      questions.holdOut,
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
    const variantRef = variantRefOf(variant, bank, settings);
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

function variantRefOf(
  variant: Exclude<EvaluatedVariant, 'gold'>,
  bank: AdapterBank,
  settings: RunSettings,
): VariantRef {
  const needs = {
    baseline: null,
    reinforced: 'reinforced',
    equation1: 'reinforced',
    unlearned: 'unlearned',
  } as const;
  const needed = needs[variant];
  if (
    needed !== null &&
    bank.adapter(needed) === null &&
    !(variant === 'equation1' && !hasReinforced(settings))
  )
    fail('stage/order', { stage: 'evaluate', needs: needed === 'unlearned' ? 'unlearn' : 'reinforce' });
  if (variant !== 'equation1') return { variant };
  return { variant, alpha: effectiveAlpha(settings), space: settings.logitSpace };
}

/** The dictionary's terms, those of them that are ordinary words, and the words of the theme. */
function lexiconOf({ dictionary }: Dataset, { theme: { theme, common } }: Questions): Lexicon {
  const anchors = dictionary.map(({ term }) => term);
  const ordinary = common.length > 0 ? new Set(common) : commonAnchors(anchors);
  return { anchors, common: ordinary, theme };
}
