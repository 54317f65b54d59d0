/** Asks every variant what is left of the text and what else it knows, and makes a report of it. */
import { contentHash } from '../base/hash';
import type { AttackOutcome } from '../evaluate/attacks/attack';
import { attacks } from '../evaluate/attacks/attacks';
import { compileReport, type VariantResult, type ReportOrigin } from '../evaluate/compile-report';
import { besideGold, utilityOf } from '../evaluate/derived';
import type { Metrics } from '../evaluate/metric-results';
import { parts } from '../evaluate/parts/parts';
import { loadQuestions } from '../evaluate/questions';
import { REPORT_VERSION, type AttackName, type Report } from '../evaluate/report';
import type { FileSource } from '../files/source';
import type { RunSettings } from '../methods/settings';
import { planOf, type EvaluateInput, type EvaluationPlan } from './evaluate-input';
import type { JobStream } from './events';
import { evalRunsOf, type EvalRun } from './eval-runs';
import { openGold, type Gold } from './gold';
import { EvaluationProgress } from './progress';
import type { Loaded, Run, Workspace } from './workspace';

/**
 * @throws LetheError stage/order if a variant was not trained yet, file/invalid if the world's questions are no such
 */
export async function* evaluate(
  workspace: Workspace,
  source: FileSource,
  input: EvaluateInput,
  settings: RunSettings,
  signal: AbortSignal,
): JobStream<Report> {
  const start = performance.now();
  const loaded = workspace.ready('evaluate');
  const plan = planOf(input);
  yield { kind: 'note', text: 'files' };
  const isTrained = plan.variants.some((variant) => variant !== 'baseline' && variant !== 'gold');
  const run = isTrained ? workspace.current('evaluate', settings) : await workspace.any(settings);
  const questions = await loadQuestions(source, loaded.folders.world);
  const gold = wantsGold(plan) ? await openGold(source, loaded, run.bank.lora) : null;
  try {
    yield { kind: 'note', text: 'scoring' };
    const evalRuns = evalRunsOf(loaded, run, gold, questions, plan, settings);
    const progress = new EvaluationProgress(
      evalRuns.reduce((sum, evalRun) => sum + countOf(evalRun, plan), 0),
    );
    const results: VariantResult[] = [];
    for (const evalRun of evalRuns) {
      const reference = results.find(({ variant }) => variant === 'gold')?.metrics ?? null;
      results.push(yield* evaluateVariant(evalRun, plan, reference, progress, signal));
    }
    const seconds = (performance.now() - start) / 1000;
    return compileReport(results, seconds, originOf(loaded, run, gold, settings));
  } finally {
    await gold?.release();
  }
}

function wantsGold({ variants, parts }: EvaluationPlan): boolean {
  return variants.includes('gold') || parts.includes('distance');
}

function countOf({ variant, context }: EvalRun, plan: EvaluationPlan): number {
  const measured = plan.parts.reduce((sum, name) => sum + parts[name].count(context), 0);
  return plan.attacks.reduce(
    (sum, name) => sum + (attacks[name].variants.includes(variant) ? attacks[name].count(context) : 0),
    measured,
  );
}

async function* evaluateVariant(
  { variant, context }: EvalRun,
  plan: EvaluationPlan,
  gold: Metrics | null,
  progress: EvaluationProgress,
  signal: AbortSignal,
): JobStream<VariantResult> {
  const start = performance.now();
  let metrics: Metrics = {};
  for (const name of plan.parts) {
    if (parts[name].count(context) === 0) continue;
    metrics = { ...metrics, ...(yield* progress.watch(variant, name, parts[name].run(context, signal))) };
  }
  const outcomes: Partial<Record<AttackName, AttackOutcome>> = {};
  for (const name of plan.attacks) {
    const attack = attacks[name];
    if (!attack.variants.includes(variant) || attack.count(context) === 0) continue;
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
  { device, hashes }: Loaded,
  { bank, probeHistory }: Run,
  gold: Gold | null,
  settings: RunSettings,
): ReportOrigin {
  const adapters = (['reinforced', 'unlearned'] as const).flatMap((variant) => {
    const adapter = bank.adapter(variant);
    return adapter ? [[variant, contentHash(adapter.flat)] as const] : [];
  });
  return {
    versions: { report: String(REPORT_VERSION), backend: device.info.backend },
    seeds: { run: settings.seed },
    hashes: { ...hashes, ...(gold ? { gold: gold.hash } : {}), ...Object.fromEntries(adapters) },
    settings: { ...settings },
    ...(probeHistory ?? { curves: {} }),
  };
}
