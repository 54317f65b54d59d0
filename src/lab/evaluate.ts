/** Asks every voice what is left of the text and what else it knows, and makes a report of it. */
import { contentHash } from '../base/hash';
import type { Outcome } from '../evaluate/attacks/attack';
import { attacks } from '../evaluate/attacks/attacks';
import { compileReport, type Examined, type Origin } from '../evaluate/compile-report';
import { besideGold, utilityOf } from '../evaluate/derived';
import type { Figures } from '../evaluate/figures';
import { parts } from '../evaluate/parts/parts';
import { loadQuestions } from '../evaluate/questions';
import { REPORT_VERSION, type AttackName, type Report } from '../evaluate/report';
import type { FileSource } from '../files/source';
import type { RunSettings } from '../unlearn/settings';
import { planOf, type EvaluateInput, type EvaluationPlan } from './evaluate-input';
import type { Stage } from './events';
import { examsOf, type Sitting } from './exams';
import { openGold, type Gold } from './gold';
import { Progress } from './progress';
import type { Loaded, Run, Workspace } from './workspace';

/**
 * @throws LetheError stage/order if a voice was not trained yet, file/invalid if the world's questions are no such
 */
export async function* evaluate(
  workspace: Workspace,
  source: FileSource,
  input: EvaluateInput,
  settings: RunSettings,
  signal: AbortSignal,
): Stage<Report> {
  const start = performance.now();
  const loaded = workspace.ready('evaluate');
  const plan = planOf(input);
  yield { kind: 'note', text: 'files' };
  const isTrained = plan.voices.some((voice) => voice !== 'baseline' && voice !== 'gold');
  const run = isTrained ? workspace.current('evaluate', settings) : await workspace.any(settings);
  const questions = await loadQuestions(source, loaded.folders.world);
  const gold = wantsGold(plan) ? await openGold(source, loaded, run.bank.lora) : null;
  try {
    yield { kind: 'note', text: 'scoring' };
    const sittings = examsOf(loaded, run, gold, questions, plan, settings);
    const progress = new Progress(sittings.reduce((sum, sitting) => sum + countOf(sitting, plan), 0));
    const examined: Examined[] = [];
    for (const sitting of sittings) {
      const reference = examined.find(({ voice }) => voice === 'gold')?.figures ?? null;
      examined.push(yield* examine(sitting, plan, reference, progress, signal));
    }
    const seconds = (performance.now() - start) / 1000;
    return compileReport(examined, seconds, originOf(loaded, run, gold, settings));
  } finally {
    await gold?.release();
  }
}

function wantsGold({ voices, parts }: EvaluationPlan): boolean {
  return voices.includes('gold') || parts.includes('distance');
}

function countOf({ voice, exam }: Sitting, plan: EvaluationPlan): number {
  const measured = plan.parts.reduce((sum, name) => sum + parts[name].count(exam), 0);
  return plan.attacks.reduce(
    (sum, name) => sum + (attacks[name].voices.includes(voice) ? attacks[name].count(exam) : 0),
    measured,
  );
}

async function* examine(
  { voice, exam }: Sitting,
  plan: EvaluationPlan,
  gold: Figures | null,
  progress: Progress,
  signal: AbortSignal,
): Stage<Examined> {
  const start = performance.now();
  let figures: Figures = {};
  for (const name of plan.parts) {
    if (parts[name].count(exam) === 0) continue;
    figures = { ...figures, ...(yield* progress.watch(voice, name, parts[name].run(exam, signal))) };
  }
  const outcomes: Partial<Record<AttackName, Outcome>> = {};
  for (const name of plan.attacks) {
    const attack = attacks[name];
    if (!attack.voices.includes(voice) || attack.count(exam) === 0) continue;
    outcomes[name] = yield* progress.watch(voice, name, attack.run(exam, signal));
  }
  return {
    voice,
    seconds: (performance.now() - start) / 1000,
    figures: { ...figures, ...utilityOf(figures), ...besideGold(figures, gold) },
    attacks: outcomes,
  };
}

function originOf(
  { device, hashes }: Loaded,
  { bank, seen }: Run,
  gold: Gold | null,
  settings: RunSettings,
): Origin {
  const adapters = (['reinforced', 'unlearned'] as const).flatMap((voice) => {
    const adapter = bank.adapter(voice);
    return adapter ? [[voice, contentHash(adapter.flat)] as const] : [];
  });
  return {
    versions: { report: String(REPORT_VERSION), backend: device.info.backend },
    seeds: { run: settings.seed },
    hashes: { ...hashes, ...(gold ? { gold: gold.hash } : {}), ...Object.fromEntries(adapters) },
    settings: { ...settings },
    ...(seen ?? { curves: {} }),
  };
}
