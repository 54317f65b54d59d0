/** All stages one after another, with a report of each. */
import type { Report } from '../../src/evaluate/report';
import type { EvaluateInput } from '../../src/lab/evaluate-input';
import type { Lab } from '../../src/lab/lab';
import type { LoadResult } from '../../src/lab/load';
import type { Measures } from '../../src/lab/measure';
import { adapterVariants, type AdapterVariant } from '../../src/model/adapter-bank';
import { summarize, type LabelSummary } from '../../src/unlearn/record';
import type { WatchSettings } from '../../src/lab/watch-settings';
import type { RunSettings } from '../../src/methods/settings';
import { completionsOf, type Completion } from './completions';
import { timed, type StageReport } from './timed';

/** What the stages did, with two quick metrics and some completions. */
export interface RunReport {
  readonly backend: string;
  readonly threads: number;
  readonly seed: number;
  readonly settings: RunSettings;
  readonly hashes: LoadResult['hashes'];
  readonly stages: {
    /** null: the settings want no reinforced model */
    readonly reinforce: StageReport | null;
    readonly label: StageReport;
    readonly unlearn: StageReport;
  };
  readonly labels: LabelSummary & { readonly supervisedShare: number; readonly changedShare: number };
  readonly names: { readonly before: number; readonly after: number };
  readonly perplexity: { readonly before: number; readonly after: number };
  readonly completions: readonly Completion[];
}

export interface RunPlan {
  /** folders of the model and the world inside the source */
  readonly folders: { readonly model: string; readonly world: string };
  readonly settings: RunSettings;
  /** null: the forgetting is not measured while it is trained */
  readonly watch: WatchSettings | null;
  /** null: no evaluation beyond the quick metrics */
  readonly evaluate: EvaluateInput | null;
}

export interface Ran {
  readonly run: RunReport;
  readonly evaluation: Report | null;
}

/** Runs the whole method; `say` gets a line per stage. */
export async function runAll(
  lab: Lab,
  { folders, settings, watch, evaluate }: RunPlan,
  say: (line: string) => void,
): Promise<Ran> {
  const { signal } = new AbortController();
  const { result: loaded } = await timed(lab.load({ backend: 'wasm', ...folders }));
  const measure = async (variant: AdapterVariant): Promise<Measures> =>
    (await timed(lab.measure(variant, settings, signal))).result;
  say(`${folders.model}: ${loaded.parameters} parameters on ${loaded.device.backend}`);

  const before = await measure('baseline');
  const reinforce = settings.reinforced ? (await timed(lab.reinforce(settings, signal))).report : null;
  if (reinforce) say(`reinforce  ${describe(reinforce)}`);
  const { result, report: label } = await timed(lab.label(settings, signal));
  const labels = summarize(result.blocks);
  say(
    `label      ${label.seconds.toFixed(1)} s, ${labels.supervised} of ${labels.positions} positions supervised, ${labels.changed} changed`,
  );
  const unlearn = (await timed(lab.unlearn(settings, signal, watch))).report;
  say(`unlearn    ${describe(unlearn)}`);
  const after = await measure('unlearned');
  say(
    `names      ${before.names.toFixed(4)} → ${after.names.toFixed(4)} (${(before.names / after.names).toFixed(1)} times less)`,
  );
  say(
    `perplexity ${before.perplexity.toFixed(3)} → ${after.perplexity.toFixed(3)} (${((after.perplexity / before.perplexity - 1) * 100).toFixed(1)} %)`,
  );

  const completions = await completionsOf(lab, loaded.dataset, settings, signal);
  for (const { prompt, ...texts } of completions) {
    say(`\n${prompt} …`);
    for (const variant of adapterVariants)
      say(`  ${variant.padEnd(10)} ${texts[variant].replaceAll('\n', ' ')}`);
  }
  const evaluation = evaluate && (await timed(lab.evaluate(evaluate, settings, signal))).result;
  if (evaluation) say(`\nevaluation ${evaluation.evaluation.seconds.toFixed(1)} s`);
  const run = {
    backend: loaded.device.backend,
    threads: loaded.device.threads,
    seed: settings.seed,
    settings,
    hashes: loaded.hashes,
    stages: { reinforce, label, unlearn },
    labels: {
      ...labels,
      supervisedShare: labels.supervised / labels.positions,
      changedShare: labels.changed / labels.supervised,
    },
    names: { before: before.names, after: after.names },
    perplexity: { before: before.perplexity, after: after.perplexity },
    completions,
  };
  return { run, evaluation };
}

const describe = ({ seconds, steps, lossFirst, lossLast }: StageReport): string =>
  `${seconds.toFixed(1)} s, ${steps} steps, loss ${(lossFirst ?? 0).toFixed(3)} → ${(lossLast ?? 0).toFixed(3)}`;
