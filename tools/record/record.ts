/** The whole method with everything that is worth keeping of it. */
import { fail } from '../../src/lab/error-catalogue';
import type { Report } from '../../src/evaluate/report';
import { goldFolder } from '../../src/evaluate/questions';
import type { FileSource } from '../../src/files/source';
import { evaluationParts } from '../../src/lab/evaluate-input';
import type { WrittenToken } from '../../src/lab/events';
import type { Lab } from '../../src/lab/lab';
import type { LoadResult } from '../../src/lab/stages/load';
import type { Prompt } from '../../src/lab/dataset';
import type { ModelVariant } from '../../src/model/generation-inputs';
import {
  recordedVariants,
  type RecordedAnswer,
  type RecordedRun,
  type RecordedTraining,
} from '../../src/recorded/recorded-run';
import { summarize, type Labels } from '../../src/unlearn/record';
import type { RunSettings } from '../../src/methods/settings';
import { nodeLab, runJob, WORLD } from '../lab/node-lab';
import { runStages } from '../lab/run-stages';

const MODEL = 'models/base';
/** How often the forgetting is measured; nothing ends the training early. */
const MONITOR = { every: 15, until: null, stopOnCollapse: false };

export interface Amounts {
  readonly prompts: number;
  /** written by each variant after each prompt */
  readonly tokens: number;
  readonly blocks: number;
  /** whether the evaluation is only of a few parts, for a try */
  readonly isShort: boolean;
}

export interface Recording {
  readonly run: RecordedRun;
  /** the first blocks */
  readonly labels: Labels;
  readonly report: Report;
}

/** Runs everything; `say` gets a line per stage. */
export async function record(
  source: FileSource,
  settings: RunSettings,
  amounts: Amounts,
  say: (line: string) => void,
): Promise<Recording> {
  const lab = nodeLab(source);
  try {
    const loaded = await runJob(lab, 'load', { backend: 'wasm', model: MODEL, world: WORLD });
    const parts = amounts.isShort ? (['completions', 'text'] as const) : evaluationParts.full;
    const plan = { settings, monitor: MONITOR, evaluate: { variants: recordedVariants, parts } };
    const { reports, labels, unlearn, report } = await runStages(
      lab,
      'evaluate',
      plan,
      (stage, { seconds }) => say(`${stage.padEnd(10)} ${seconds.toFixed(1)} s`),
    );
    const { reinforce, label, unlearn: training } = reports;
    if (!labels || !unlearn || !report || !reinforce || !label || !training)
      throw new Error('Only a method with all stages can be recorded');
    const run: RecordedRun = {
      made: madeOn(loaded),
      settings,
      model: MODEL,
      world: WORLD,
      hashes: { model: loaded.hashes.model, world: loaded.hashes.world },
      parameters: loaded.parameters,
      reinforce: trainingOf(reinforce),
      label: { seconds: label.seconds, summary: summarize(labels.blocks) },
      unlearn: { ...trainingOf(training), probes: training.probes },
      measures: unlearn.compared,
      answers: await answersOf(lab, source, settings, chosen(loaded, amounts), amounts),
    };
    return { run, labels: { ...labels, blocks: labels.blocks.slice(0, amounts.blocks) }, report };
  } finally {
    await lab.release();
  }
}

const madeOn = ({ device: { backend, threads } }: LoadResult): RecordedRun['made'] => ({
  date: new Date().toISOString().slice(0, 10),
  backend,
  threads,
});

const trainingOf = ({ seconds, losses, tokens }: RecordedTraining): RecordedTraining => ({
  seconds,
  losses,
  tokens,
});

/** Prompts spread evenly over those of the world, the page's first one among them. */
function chosen({ dataset: { prompts } }: LoadResult, { prompts: n }: Amounts): Prompt[] {
  return prompts.filter((_, i) => i % Math.ceil(prompts.length / n) === 0);
}

async function answersOf(
  lab: Lab,
  source: FileSource,
  settings: RunSettings,
  prompts: readonly Prompt[],
  { tokens: maxTokens }: Amounts,
): Promise<RecordedAnswer[]> {
  const asked = prompts.map(({ prompt }) => prompt);
  const modelVariants = [
    'baseline',
    'reinforced',
    'equation1',
    'unlearned',
  ] as const satisfies readonly ModelVariant[];
  const written = async (who: Lab, variants: readonly ModelVariant[]): Promise<WrittenToken[][]> => {
    const rows = asked.flatMap(() => variants.map((): WrittenToken[] => []));
    await runJob(who, 'ask', { prompts: asked, variants, maxTokens, settings }, (event) => {
      if (event.kind !== 'write') return;
      for (const { row, token } of event.written) rows[row]?.push(token);
    });
    return rows;
  };
  const rows = await written(lab, modelVariants);
  const gold = nodeLab(source);
  try {
    const model = (await goldFolder(source, WORLD)) ?? fail('file/missing', { path: 'gold', status: 'none' });
    await runJob(gold, 'load', { backend: 'wasm', model, world: WORLD });
    const goldRows = await written(gold, ['baseline']);
    return prompts.map(({ prompt, references }, p) => {
      const [baseline = [], reinforced = [], equation1 = [], unlearned = []] = rows.slice(4 * p);
      const tokens = { baseline, reinforced, equation1, unlearned, gold: goldRows[p] ?? [] };
      return { prompt, references, tokens };
    });
  } finally {
    await gold.release();
  }
}
