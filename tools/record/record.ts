/** The whole method with everything that is worth keeping of it. */
import { fail } from '../../src/base/errors';
import type { Report } from '../../src/evaluate/report';
import { goldFolder } from '../../src/evaluate/questions';
import type { FileSource } from '../../src/files/source';
import { evaluationParts } from '../../src/lab/evaluate-input';
import type { LabEvent, WrittenToken } from '../../src/lab/events';
import { Lab } from '../../src/lab/lab';
import type { LoadResult } from '../../src/lab/load';
import type { Measures } from '../../src/lab/measure';
import type { Prompt } from '../../src/lab/dataset';
import type { AdapterVariant } from '../../src/model/adapter-bank';
import type { ModelVariant } from '../../src/model/generation-inputs';
import {
  recordedVariants,
  type RecordedAnswer,
  type RecordedRun,
  type RecordedTraining,
} from '../../src/recorded/recorded-run';
import { openNative } from '../../src/runtime/node';
import { summarize, type Labels } from '../../src/unlearn/record';
import type { RunSettings } from '../../src/methods/settings';
import { seen } from './seen';

const MODEL = 'models/base';
const WORLD = 'worlds/marrowmere';
/** Steps between two looks at the forgetting. */
const WATCHED_EVERY = 15;

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
  const { signal } = new AbortController();
  const lab = newLab(source);
  const timed = async <R>(name: string, stage: AsyncGenerator<LabEvent, R>) => {
    const found = await seen(stage);
    say(`${name.padEnd(10)} ${found.seconds.toFixed(1)} s`);
    return found;
  };
  try {
    const load = lab.load({ backend: 'wasm', model: MODEL, world: WORLD });
    const { result: loaded } = await timed('load', load);
    const measure = async (variant: AdapterVariant): Promise<Measures> =>
      (await timed('measure', lab.measure(variant, settings, signal))).result;
    const before = await measure('baseline');
    const reinforce = await timed('reinforce', lab.reinforce(settings, signal));
    const label = await timed('label', lab.label(settings, signal));
    const watch = { every: WATCHED_EVERY, until: null, stopOnCollapse: false };
    const unlearn = await timed('unlearn', lab.unlearn(settings, signal, watch));
    const after = await measure('unlearned');
    const answers = await answersOf(lab, source, settings, chosen(loaded, amounts), amounts, signal);
    const parts = amounts.isShort ? (['completions', 'text'] as const) : evaluationParts.full;
    const { result: report } = await timed(
      'evaluate',
      lab.evaluate({ variants: recordedVariants, parts }, settings, signal),
    );
    const { blocks } = label.result;
    const run: RecordedRun = {
      made: madeOn(loaded),
      settings,
      model: MODEL,
      world: WORLD,
      hashes: loaded.hashes,
      parameters: loaded.parameters,
      reinforce: trainingOf(reinforce),
      label: { seconds: label.seconds, summary: summarize(blocks) },
      unlearn: { ...trainingOf(unlearn), probes: unlearn.probes },
      measures: { before, after },
      answers,
    };
    return { run, labels: { ...label.result, blocks: blocks.slice(0, amounts.blocks) }, report };
  } finally {
    await lab.release();
  }
}

function newLab(source: FileSource): Lab {
  const native = () => Promise.resolve(openNative());
  return new Lab(source, { wasm: native, webgpu: native });
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
  signal: AbortSignal,
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
    const found = await seen(who.ask({ prompts: asked, variants, maxTokens }, settings, signal));
    for (const { row, token } of found.written) rows[row]?.push(token);
    return rows;
  };
  const rows = await written(lab, modelVariants);
  const gold = newLab(source);
  try {
    const model = (await goldFolder(source, WORLD)) ?? fail('file/missing', { path: 'gold', status: 'none' });
    await seen(gold.load({ backend: 'wasm', model, world: WORLD }));
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
