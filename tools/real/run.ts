/** Reinforce, label, unlearn and ask, by the lab’s own stages, on a real model. */
import type { Lab } from '../../src/lab/lab';
import { presetFor } from '../../src/methods/preset-by-size';
import type { RunSettings } from '../../src/methods/settings';
import type { Plan } from '../../src/model/execution';
import type { ModelVariant } from '../../src/model/generation-inputs';
import { nodeLab, runJob } from '../lab/node-lab';
import { runStages, type StagesRun } from '../lab/run-stages';
import { fetchModel } from './fetch-model';
import type { Options } from './options';
import { probabilities } from './probability';
import { continuationsOf, TEXTS, textSource, type Continuation } from './texts';

/** All variants that one model has. */
const VOICES: readonly ModelVariant[] = ['baseline', 'reinforced', 'equation1', 'unlearned'];
const MAX_TOKENS = 24;
const MB = 2 ** 20;

/** As `--json` writes it. */
export interface RealRun {
  readonly model: string;
  readonly parameters: number;
  readonly backend: string;
  readonly threads: number;
  readonly plan: Plan;
  readonly settings: RunSettings;
  readonly seconds: Readonly<Record<'load' | 'reinforce' | 'label' | 'unlearn' | 'ask' | 'total', number>>;
  /** `until`: the peak until the end of each stage */
  readonly memory: {
    readonly peakMB: number;
    readonly parts: { readonly rss: number };
    readonly until: Readonly<Record<string, number>>;
  };
  /** one per training step */
  readonly losses: Readonly<Record<'reinforce' | 'unlearn', readonly number[]>>;
  readonly continuations: readonly (Continuation & { readonly before: number; readonly after: number })[];
  /** on text that is in neither the forget nor the retain set */
  readonly perplexity: { readonly before: number; readonly after: number };
  readonly answers: readonly ({ readonly prompt: string } & Readonly<
    Partial<Record<ModelVariant, string>>
  >)[];
}

/** @throws LetheError of any stage */
export async function runReal(options: Options, say: (line: string) => void): Promise<RealRun> {
  const path = options.model ?? fetchModel(say);
  const continuations = continuationsOf(options.files);
  const lab = nodeLab(textSource(options.files), options.device);
  try {
    const start = performance.now();
    const since = (from: number): number => (performance.now() - from) / 1000;
    const plan = options.plan ?? options.settings?.plan ?? 'auto';
    const loaded = await runJob(lab, 'load', { backend: 'wasm', plan, model: path, world: TEXTS });
    const load = since(start);
    const until = new Map<string, number>([['load', peakMB()]]);
    const settings = { ...(options.settings ?? presetFor(loaded.parameters)), plan };
    say(`load       ${load.toFixed(1)} s, ${(loaded.parameters / 1e6).toFixed(0)} million parameters`);

    const before = await measured(lab, 'baseline', settings, continuations);
    const stages = await runStages(lab, 'unlearn', { settings }, (stage, { seconds, losses }) => {
      const loss =
        losses.length > 0 ? `, loss ${losses.at(0)?.toFixed(3)} → ${losses.at(-1)?.toFixed(3)}` : '';
      until.set(stage, peakMB());
      say(`${stage.padEnd(10)} ${seconds.toFixed(1)} s${loss}`);
    });
    const after = await measured(lab, 'unlearned', settings, continuations);

    const asking = performance.now();
    const prompts = loaded.dataset.prompts.map(({ prompt }) => prompt);
    const texts = await runJob(lab, 'ask', { prompts, variants: VOICES, maxTokens: MAX_TOKENS, settings });
    until.set('ask', peakMB());
    return {
      model: path,
      parameters: loaded.parameters,
      backend: loaded.device.backend,
      threads: loaded.device.threads,
      plan: lab.workspace.ready('ask').model.execution.plan,
      settings,
      seconds: { load, ...secondsOf(stages), ask: since(asking), total: since(start) },
      memory: { peakMB: peakMB(), parts: { rss: peakMB() }, until: Object.fromEntries(until) },
      losses: {
        reinforce: stages.reports.reinforce?.losses ?? [],
        unlearn: stages.reports.unlearn?.losses ?? [],
      },
      continuations: continuations.map((one, i) => ({
        ...one,
        before: before[i] ?? Number.NaN,
        after: after[i] ?? Number.NaN,
      })),
      perplexity: perplexities(stages),
      answers: prompts.map((prompt, p) => ({
        prompt,
        ...Object.fromEntries(VOICES.map((voice, i) => [voice, texts[p]?.[i] ?? ''])),
      })),
    };
  } finally {
    await lab.release();
  }
}

function measured(
  { workspace }: Lab,
  variant: 'baseline' | 'unlearned',
  settings: RunSettings,
  continuations: readonly Continuation[],
): Promise<number[]> {
  const { model, files } = workspace.ready('ask');
  const evaluated = { model, bank: workspace.bank(settings), variantRef: { variant } } as const;
  return probabilities(evaluated, files.tokenizer, continuations);
}

function secondsOf({ reports }: StagesRun): Record<'reinforce' | 'label' | 'unlearn', number> {
  const of = (stage: 'reinforce' | 'label' | 'unlearn'): number => reports[stage]?.seconds ?? 0;
  return { reinforce: of('reinforce'), label: of('label'), unlearn: of('unlearn') };
}

function perplexities({ unlearn }: StagesRun): RealRun['perplexity'] {
  const { before, after } = unlearn?.compared ?? {};
  return { before: before?.perplexity ?? Number.NaN, after: after?.perplexity ?? Number.NaN };
}

/** The most memory that this process has held so far. */
const peakMB = (): number => (process.resourceUsage().maxRSS * 1024) / MB;
