/** The whole method in Node, with a report of each stage. */
import type { Report } from '../../src/evaluate/report';
import type { Split } from '../../src/evaluate/split';
import type { EvaluateInput } from '../../src/lab/evaluate-input';
import type { Lab } from '../../src/lab/lab';
import type { OwnTexts } from '../../src/lab/own-texts';
import type { MonitorSettings } from '../../src/lab/monitor-settings';
import type { LoadResult } from '../../src/lab/stages/load';
import type { BeforeAndAfter } from '../../src/lab/stages/unlearn';
import { adapterVariants } from '../../src/model/adapter-bank';
import { presetOf, type PresetName } from '../../src/methods/presets';
import { tokensTrained, type RunSettings } from '../../src/methods/settings';
import type { Plan } from '../../src/model/execution';
import type { StageName } from '../../src/pipeline/stage';
import { summarize, type LabelSummary } from '../../src/unlearn/record';
import { runJob } from '../lab/node-lab';
import { runStages, type StageReport } from '../lab/run-stages';
import { completionsOf, type Completion } from './completions';

/** A stage as in report.json. */
interface StageLine {
  readonly seconds: number;
  readonly steps: number;
  readonly lossFirst: number | null;
  readonly lossLast: number | null;
}

/** The stages, two quick metrics and some completions. A stage that the method does not use is null. */
export interface RunReport {
  readonly backend: string;
  readonly plan: Plan;
  readonly threads: number;
  readonly seed: number;
  readonly settings: RunSettings;
  /** null: no preset */
  readonly preset: PresetName | null;
  /** of all trainings, B · T · steps */
  readonly tokensTrained: number;
  /** of the stages before the evaluation */
  readonly seconds: { readonly total: number };
  readonly hashes: Pick<LoadResult['hashes'], 'model' | 'world'>;
  readonly stages: {
    readonly read: StageLine | null;
    readonly reinforce: StageLine | null;
    readonly label: StageLine | null;
    readonly unlearn: StageLine | null;
  };
  readonly labels:
    (LabelSummary & { readonly supervisedShare: number; readonly changedShare: number }) | null;
  readonly names: { readonly before: number; readonly after: number };
  readonly perplexity: { readonly before: number; readonly after: number };
  readonly completions: readonly Completion[];
}

export interface RunRequest {
  /** folders of the model and the data set inside the source */
  readonly folders: { readonly model: string; readonly world: string };
  /** a text of the user's in place of that of the data set @default null */
  readonly texts?: OwnTexts | null;
  /** of the items that are evaluated */
  readonly split: Split;
  readonly settings: RunSettings;
  /** null: the forgetting is not measured during training */
  readonly monitor: MonitorSettings | null;
  /** null: no evaluation beyond the quick metrics */
  readonly evaluate: EvaluateInput | null;
}

export interface Ran {
  readonly run: RunReport;
  readonly evaluation: Report | null;
  readonly compared: BeforeAndAfter;
}

/** `say` gets a line per stage. */
export async function runAll(
  lab: Lab,
  { folders, texts = null, split, settings, monitor, evaluate }: RunRequest,
  say: (line: string) => void,
): Promise<Ran> {
  const loaded = await runJob(lab, 'load', {
    backend: 'wasm',
    plan: settings.plan,
    weightBits: settings.weightBits,
    ...folders,
    split,
    ...(texts && { texts }),
  });
  const plan = settings.plan === 'auto' ? loaded.autoPlan : settings.plan;
  say(`${folders.model}: ${loaded.parameters} parameters on ${loaded.device.backend}, plan ${plan}`);
  const { labels, unlearn, reports } = await runStages(
    lab,
    'unlearn',
    { settings, monitor },
    (stage, report) => say(describe(stage, report)),
  );
  const summary = labels && summarize(labels.blocks);
  if (summary)
    say(
      `           ${summary.supervised} of ${summary.positions} positions supervised, ${summary.changed} changed`,
    );
  if (!unlearn) throw new Error('A run to "unlearn" ends with an unlearned model');
  const { before, after } = unlearn.compared;
  sayCompared(unlearn.compared, say);
  const completions = await completionsOf(lab, loaded.dataset, settings);
  for (const { prompt, ...texts } of completions) {
    say(`\n${prompt} …`);
    for (const variant of adapterVariants)
      say(`  ${variant.padEnd(10)} ${texts[variant].replaceAll('\n', ' ')}`);
  }
  const evaluation = evaluate && (await runJob(lab, 'evaluate', { ...evaluate, settings })).report;
  if (evaluation) say(`\nevaluation ${evaluation.evaluation.seconds.toFixed(1)} s`);
  const run = {
    backend: loaded.device.backend,
    plan,
    threads: loaded.device.threads,
    seed: settings.seed,
    settings,
    preset: presetOf(settings),
    tokensTrained: tokensTrained(settings),
    seconds: { total: Object.values(reports).reduce((sum, { seconds }) => sum + seconds, 0) },
    hashes: { model: loaded.hashes.model, world: loaded.hashes.world },
    stages: {
      read: lineOf(reports.read),
      reinforce: lineOf(reports.reinforce),
      label: lineOf(reports.label),
      unlearn: lineOf(reports.unlearn),
    },
    labels: summary
      ? {
          ...summary,
          supervisedShare: summary.supervised / summary.positions,
          changedShare: summary.changed / summary.supervised,
        }
      : null,
    names: { before: before.names, after: after.names },
    perplexity: { before: before.perplexity, after: after.perplexity },
    completions,
  };
  return { run, evaluation, compared: unlearn.compared };
}

function sayCompared({ before, after }: BeforeAndAfter, say: (line: string) => void): void {
  const [names, perplexity] = [before.names / after.names, after.perplexity / before.perplexity - 1];
  say(`names      ${before.names.toFixed(4)} → ${after.names.toFixed(4)} (${names.toFixed(1)} times less)`);
  say(
    `perplexity ${before.perplexity.toFixed(3)} → ${after.perplexity.toFixed(3)} (${(perplexity * 100).toFixed(1)} %)`,
  );
}

function lineOf(report: StageReport | undefined): StageLine | null {
  if (!report) return null;
  const { seconds, steps, losses } = report;
  return { seconds, steps, lossFirst: losses[0] ?? null, lossLast: losses.at(-1) ?? null };
}

function describe(stage: StageName, { seconds, steps, losses }: StageReport): string {
  const time = `${stage.padEnd(10)} ${seconds.toFixed(1)} s`;
  const [first, last] = [losses[0], losses.at(-1)];
  if (first === undefined || last === undefined) return time;
  return `${time}, ${steps} steps, loss ${first.toFixed(3)} → ${last.toFixed(3)}`;
}
