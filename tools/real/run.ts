/** Reinforce, label, unlearn and ask on a real model, by the jobs of a lab, in Node or in a page. */
import type { ExpectedText } from '../../src/evaluate/continuation-probability';
import type { Task } from '../../src/evaluate/multiple-choice';
import type { Split } from '../../src/evaluate/split';
import type { Chat } from '../../src/lab/asked-prompts';
import type { DeviceChoice } from '../../src/lab/choose-device';
import type { AdapterOrigin, AdapterUse, OpenAdapterInput } from '../../src/lab/stages/open-adapter';
import type { BeforeAndAfter } from '../../src/lab/stages/unlearn';
import { pipelineOf, type RunSettings } from '../../src/methods/settings';
import { sizeOf } from '../../src/methods/preset-by-size';
import type { Plan } from '../../src/model/execution';
import type { ModelVariant } from '../../src/model/generation-inputs';
import type { BitChoice, PlanChoice } from '../../src/model/plan-choice';
import { stagesOf, type StageName } from '../../src/pipeline/stage';
import { evaluatedBy, type Evaluated } from './evaluated';
import { settingsOf, type ChosenSettings } from './run-settings';
import { sharesRight, taskResults, type TaskResult } from './task-shares';
import type { RunLab } from './run-lab';

/** All variants that one model has. */
const VOICES: readonly ModelVariant[] = ['baseline', 'reinforced', 'equation1', 'unlearned'];
const MAX_TOKENS = 24;
/** Prompts that every variant answers. */
const ASKED = 5;
const MB = 2 ** 20;

export interface RunInput {
  readonly backend: Exclude<DeviceChoice, 'auto'>;
  /** the model and the folder of the texts, in the lab's source */
  readonly model: string;
  readonly world: string;
  /** items to evaluate before and after; null: the data set has none */
  readonly split: Split | null;
  readonly settings: ChosenSettings;
  /** null: that of the settings */
  readonly plan: PlanChoice | null;
  /** null: those of the settings */
  readonly weightBits: BitChoice | null;
  readonly continuations: readonly ExpectedText[];
  /** how the chat begins in which these and the prompts are asked @default they are continued */
  readonly chat?: Chat | null;
  readonly tasks: readonly Task[];
  /** an adapter made elsewhere @default none */
  readonly adapter?: OpenAdapterInput | null;
}

type RunStage = Exclude<StageName, 'evaluate'>;

/** As `--json` writes it. */
export interface RealRun {
  readonly model: string;
  readonly parameters: number;
  readonly backend: string;
  readonly threads: number;
  readonly plan: Plan;
  readonly settings: RunSettings;
  /** if prompts were asked as in a chat */
  readonly chat?: Chat;
  readonly seconds: Readonly<Partial<Record<StageName, number>> & Record<'load' | 'ask' | 'total', number>>;
  /** MB; `peakMB` is the sum of the peaks of its `parts`, `until` that sum at the end of each stage */
  readonly memory: {
    readonly peakMB: number;
    readonly parts: Readonly<Record<string, number>>;
    readonly until: Readonly<Record<string, number>>;
  };
  /** one per training step */
  readonly losses: Readonly<Partial<Record<RunStage, readonly number[]>>>;
  readonly continuations: readonly (ExpectedText & { readonly before: number; readonly after: number })[];
  /** on text that is in neither the forget nor the retain set */
  readonly perplexity: { readonly before: number; readonly after: number };
  /** the adapter that was opened, if any; what it expects of the continuations, if it was opened to compare */
  readonly adapter?: AdapterOrigin & { readonly as: AdapterUse; readonly continuations: readonly number[] };
  /** shares of right answers */
  readonly tasks: readonly TaskResult[];
  /** if the data set has items */
  readonly evaluated?: Evaluated;
  readonly answers: readonly ({ readonly prompt: string } & Readonly<
    Partial<Record<ModelVariant | 'opened', string>>
  >)[];
}

/** The run as a file. */
export const runJson = (run: RealRun): string => `${JSON.stringify(run, null, 1)}\n`;

/** @throws LetheError of any job */
export async function runReal(lab: RunLab, input: RunInput, say: (line: string) => void): Promise<RealRun> {
  const { backend, model, world, split, continuations, chat = null, adapter = null } = input;
  const start = performance.now();
  const since = (from: number): number => (performance.now() - from) / 1000;
  // Plan and bits are needed before the size is known; no preset differs in them.
  const asked = settingsOf(input.settings, { parameters: 0, words: 0 });
  const plan = input.plan ?? asked.plan;
  const weightBits = input.weightBits ?? asked.weightBits;
  const until: Record<string, number> = {};
  const reached = async (what: string, seconds: number, how = ''): Promise<void> => {
    const most = totalMB(await lab.peakBytes());
    until[what] = most;
    say(`${what.padEnd(10)} ${seconds.toFixed(1)} s, ${most.toFixed(0)} MB${how}`);
  };

  const loaded = await lab.run('load', { backend, plan, weightBits, model, world, ...(split && { split }) });
  const load = since(start);
  await reached('load', load, `, ${(loaded.parameters / 1e6).toFixed(0)} million parameters`);
  const preset = {
    ...settingsOf(input.settings, sizeOf(loaded.parameters, loaded.dataset)),
    plan,
    weightBits,
  };
  const origin = adapter && (await lab.run('openAdapter', { ...adapter, settings: preset }));
  const settings = origin && adapter.as !== 'compared' ? { ...preset, lora: shapeOf(origin) } : preset;
  if (origin) say(`${origin.name} ${describe(origin)}`);
  const likelihoods = (variant: 'baseline' | 'unlearned' | 'opened'): Promise<number[]> =>
    lab.run('scoreContinuations', { texts: continuations, variant, chat, settings });

  const before = await likelihoods('baseline');
  const rightBefore = await sharesRight(lab, input.tasks, 'baseline', settings);
  const seconds: Partial<Record<RunStage, number>> = {};
  const losses: Partial<Record<RunStage, number[]>> = {};
  let compared: BeforeAndAfter | null = origin?.compared ?? null;
  for (const stage of stagesOf(pipelineOf(settings), settings)) {
    if (stage === 'evaluate' || isOpened(stage, adapter)) continue;
    const from = performance.now();
    const lost: number[] = [];
    const result = await lab.run(stage, { settings }, (event) => {
      if (event.kind === 'step') lost.push(event.loss);
    });
    // Measuring after the training does not count towards its time.
    const took = 'end' in result ? result.end.seconds : since(from);
    if ('compared' in result) compared = result.compared;
    seconds[stage] = took;
    if (lost.length > 0) losses[stage] = lost;
    const loss = lost.length > 0 ? `, loss ${lost.at(0)?.toFixed(3)} → ${lost.at(-1)?.toFixed(3)}` : '';
    await reached(stage, took, loss);
  }
  const after = await likelihoods('unlearned');
  const isCompared = adapter?.as === 'compared';
  const opened = isCompared ? await likelihoods('opened') : [];

  const asking = performance.now();
  const prompts = loaded.dataset.prompts.slice(0, ASKED).map(({ prompt }) => prompt);
  const texts = await lab.run('ask', {
    prompts,
    variants: VOICES,
    maxTokens: MAX_TOKENS,
    opened: isCompared,
    chat,
    settings,
  });
  const voices = isCompared ? [...VOICES, 'opened' as const] : VOICES;
  const ask = since(asking);
  await reached('ask', ask);
  const rightAfter = await sharesRight(lab, input.tasks, 'unlearned', settings);
  const evaluating = performance.now();
  const evaluated = split && (await evaluatedBy(lab, split, settings));
  const evaluate = since(evaluating);
  if (evaluated) await reached('evaluate', evaluate);
  const peaks = await lab.peakBytes();
  return {
    model,
    parameters: loaded.parameters,
    backend: loaded.device.backend,
    threads: loaded.device.threads,
    plan: plan === 'auto' ? loaded.autoPlan : plan,
    settings,
    ...(chat && { chat }),
    seconds: { load, ...seconds, ask, ...(evaluated && { evaluate }), total: since(start) },
    tasks: taskResults(input.tasks, rightBefore, rightAfter),
    ...(evaluated && { evaluated }),
    memory: { peakMB: totalMB(peaks), parts: partsMB(peaks), until },
    losses,
    continuations: continuations.map((one, i) => ({
      ...one,
      before: before[i] ?? Number.NaN,
      after: after[i] ?? Number.NaN,
    })),
    perplexity: {
      before: compared?.before.perplexity ?? Number.NaN,
      after: compared?.after.perplexity ?? Number.NaN,
    },
    ...(origin && { adapter: { ...origin, as: adapter.as, continuations: opened } }),
    answers: prompts.map((prompt, p) => ({
      prompt,
      ...Object.fromEntries(voices.map((voice, i) => [voice, texts[p]?.[i] ?? ''])),
    })),
  };
}

/** Whether the adapter that was opened takes the place of what this stage makes. */
function isOpened(stage: StageName, adapter: OpenAdapterInput | null): boolean {
  if (adapter?.as === 'reinforced') return stage === 'reinforce';
  return adapter?.as === 'unlearned' && ['reinforce', 'label', 'unlearn'].includes(stage);
}

/** Every adapter of a run has one shape. */
const shapeOf = ({ lora }: AdapterOrigin): RunSettings['lora'] => ({ ...lora, targets: [...lora.targets] });

function describe({ lora, base, isOfThisModel }: AdapterOrigin): string {
  const made = base === null ? '' : `, made on ${base}`;
  return `rank ${lora.rank}, alpha ${lora.loraAlpha}, ${lora.targets.join(' ')}${made}${isOfThisModel === false ? ' (other weights)' : ''}`;
}

const partsMB = (bytes: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(bytes).map(([part, held]) => [part, held / MB]));

const totalMB = (bytes: Readonly<Record<string, number>>): number =>
  Object.values(bytes).reduce((sum, held) => sum + held, 0) / MB;
