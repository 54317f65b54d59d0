/** Measures what every variant still knows of the forget set and what else it knows, and makes a report. */
import { contentHash } from '../../base/hash';
import type { AttackOutcome } from '../../evaluate/attacks/attack';
import { attacks } from '../../evaluate/attacks/attacks';
import { compileReport, type VariantResult, type ReportOrigin } from '../../evaluate/compile-report';
import { besideGold, utilityOf } from '../../evaluate/derived';
import type { Metrics } from '../../evaluate/metric-results';
import { parts } from '../../evaluate/parts/parts';
import { REPORT_VERSION, type AttackName, type Report } from '../../evaluate/report';
import { pipelineOf, readsFirst, type RunSettings } from '../../methods/settings';
import { fingerprint, fingerprintId, type Fingerprint, type StageResult } from '../../pipeline/fingerprint';
import { planOf, type EvaluateInput, type EvaluationPart, type EvaluationPlan } from '../evaluate-input';
import { activity, type LabJob } from '../events';
import { evalRunsOf, type EvalRun } from '../eval-runs';
import { openGold, type Gold } from '../gold';
import { EvaluationProgress } from '../progress';
import type { Lab } from '../lab';
import { askedQuestions } from '../questions';
import type { Workspace } from '../workspace';

export interface EvaluateResult extends StageResult {
  readonly report: Report;
}

/** @throws LetheError stage/order if a variant has not been trained yet, file/invalid for a questions file */
export async function* evaluate(
  lab: Lab,
  input: EvaluateInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<EvaluateResult> {
  const start = performance.now();
  const { workspace } = lab;
  await workspace.baseline('evaluate', settings);
  const plan = planOf(input);
  yield activity('readingFiles');
  const gold = wantsGold(plan) ? await openGold(lab, settings) : null;
  try {
    const { questions, leftOut } = await askedQuestions(lab, plan, gold);
    yield activity('scoring');
    const evalRuns = evalRunsOf(workspace, gold, questions, plan, settings);
    const items = itemsOf(evalRuns, plan);
    yield { kind: 'planned', items };
    const progress = new EvaluationProgress(Object.values(items).reduce((sum, count) => sum + count, 0));
    const results: VariantResult[] = [];
    for (const evalRun of evalRuns) {
      const reference = results.find(({ variant }) => variant === 'gold')?.metrics ?? null;
      results.push(yield* evaluateVariant(evalRun, plan, reference, progress, signal));
    }
    const made = fingerprint(pipelineOf(settings), 'evaluate', workspace.now(settings, {}));
    const seconds = (performance.now() - start) / 1000;
    const origin = originOf(workspace, gold, made, plan, settings);
    const report = compileReport(results, seconds, { ...origin, ...(leftOut && { leftOut }) });
    return { fingerprint: made, id: fingerprintId(made), report };
  } finally {
    await gold?.release();
  }
}

function wantsGold({ variants, parts }: EvaluationPlan): boolean {
  return variants.includes('gold') || parts.includes('distance');
}

/** How many items of each part there are, of all variants together. */
function itemsOf(
  evalRuns: readonly EvalRun[],
  plan: EvaluationPlan,
): Partial<Record<EvaluationPart, number>> {
  const items: Partial<Record<EvaluationPart, number>> = {};
  for (const evalRun of evalRuns) {
    for (const name of plan.parts) items[name] = (items[name] ?? 0) + parts[name].count(evalRun.context);
    for (const name of plan.attacks)
      if (canAttack(name, evalRun)) items[name] = (items[name] ?? 0) + attacks[name].count(evalRun.context);
  }
  return items;
}

/** An unlearned model that is equation 1 over two others has no weights of its own to attack. */
function canAttack(name: AttackName, { variant, context }: EvalRun): boolean {
  const isPair = context.evaluated.variantRef.variant === 'equation1';
  return attacks[name].variants.includes(isPair ? 'equation1' : variant);
}

async function* evaluateVariant(
  evalRun: EvalRun,
  plan: EvaluationPlan,
  gold: Metrics | null,
  progress: EvaluationProgress,
  signal: AbortSignal,
): LabJob<VariantResult> {
  const { variant, context } = evalRun;
  const start = performance.now();
  let metrics: Metrics = {};
  for (const name of plan.parts) {
    if (parts[name].count(context) === 0) continue;
    metrics = { ...metrics, ...(yield* progress.watch(variant, name, parts[name].run(context, signal))) };
  }
  const outcomes: Partial<Record<AttackName, AttackOutcome>> = {};
  for (const name of plan.attacks) {
    const attack = attacks[name];
    if (!canAttack(name, evalRun) || attack.count(context) === 0) continue;
    outcomes[name] = yield* progress.watch(variant, name, attack.run(context, signal));
  }
  return {
    variant,
    seconds: (performance.now() - start) / 1000,
    metrics: { ...metrics, ...utilityOf(metrics), ...besideGold(metrics, gold) },
    attacks: outcomes,
  };
}

function originOf(
  workspace: Workspace,
  gold: Gold | null,
  made: Fingerprint,
  { prompts }: EvaluationPlan,
  settings: RunSettings,
): ReportOrigin {
  const { device, model, hashes, dataset } = workspace.ready('evaluate');
  const bank = workspace.bank(settings);
  const { read: reading, unlearn } = workspace.results;
  const adapters = (['reinforced', 'unlearned'] as const).flatMap((variant) => {
    const adapter = bank.adapter(variant);
    return adapter ? [[variant, contentHash(adapter.flat)] as const] : [];
  });
  return {
    versions: {
      report: String(REPORT_VERSION),
      backend: device.info.backend,
      plan: model.execution.plan,
      weightBits: String(model.execution.weightBits),
    },
    seeds: { run: settings.seed },
    hashes: {
      ...hashes,
      ...(gold ? { gold: gold.hash } : {}),
      ...(reading && readsFirst(settings) ? { read: reading.id } : {}),
      ...Object.fromEntries(adapters),
      fingerprint: fingerprintId(made),
    },
    settings: { ...settings },
    // A user’s own prompts belong to no split.
    ...(dataset.split && !prompts ? { split: dataset.split } : {}),
    ...(unlearn?.history ?? { curves: {} }),
  };
}
