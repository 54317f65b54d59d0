/**
 * The whole method with its default settings on the shipped data set, with the page's looks at the forgetting: seconds
 * by stage, how good the times were that the page's clock showed, and how near the unlearning steps come to the limit,
 * the rate of a large matrix product.
 */
import { parseConfig } from '../../src/llama/config';
import { trainStepGraph } from '../../src/llama/graphs/train-step';
import { labHost } from '../../src/lab/lab-host';
import { runTo, type RunEvent } from '../../src/lab/run-to';
import { methods } from '../../src/methods/catalogue';
import { defaultSettings, tokensTrained } from '../../src/methods/settings';
import type { StageName } from '../../src/pipeline/stage';
import { openWasm } from '../../src/runtime/wasm';
import { parseSeries } from '../../src/ui/run/clock/series';
import type { RunSize } from '../../src/ui/run/clock/work';
import { defaultEvaluation } from '../../src/ui/run/evaluation-choice';
import { defaultWatching, monitorSettingsOf } from '../../src/ui/run/watching';
import { paperAdamW } from '../../src/unlearn/train';
import { judgeClock } from './estimates';
import { prepareGemm, GEMM_FLOPS } from './gemm';
import { openLab } from './lab';
import { median, milliseconds } from './timing';
import { matrixFlops } from './workload';

const monitor = monitorSettingsOf(defaultWatching, []);

/** An event of the run, and when it came, in seconds. */
interface Heard {
  readonly at: number;
  readonly event: RunEvent;
}

interface StageTime {
  readonly seconds: number;
  /** until the first step or block is done: compiling, and the files of the page that load late */
  readonly firstSeconds: number;
  /** of a training step or a labelled block, median; null for the evaluation */
  readonly unitMs: number | null;
}

export async function benchMethod(base: string) {
  const { lab, release } = await openLab(base);
  const settings = defaultSettings;
  const events: Heard[] = [];
  const host = labHost(lab, { settings, monitor }, new AbortController().signal);
  for await (const event of runTo(host, 'evaluate')) events.push({ at: performance.now() / 1000, event });
  const { dataset } = lab.workspace.ready('bench');
  await release();
  const times = stageTimes(events);
  const { evaluate: _, ...training } = times;
  const limit = await gemmRate();
  const size: RunSize = {
    settings,
    every: defaultWatching.every,
    scope: defaultEvaluation.scope,
    characters: dataset.forget.passages.reduce((sum, { length }) => sum + length, 0),
    isOwnText: false,
  };
  const first = judgeClock(events, size, []);
  return {
    method: {
      stages: times,
      seconds: { total: Object.values(training).reduce((sum, { seconds }) => sum + seconds, 0) },
      tokensTrained: tokensTrained(settings),
      /** share of the limit that the median unlearning step reaches */
      fraction: (await stepFlops(base)) / ((times.unlearn?.unitMs ?? Infinity) / 1000) / limit,
      /** how good the shown times were: on a device without former runs, and again with what this one measured */
      clock: { first, second: judgeClock(events, size, first.rates) },
      /** the run as tests of the clock read it */
      series: parseSeries(events),
    },
  };
}

function stageTimes(events: readonly Heard[]): Partial<Record<StageName, StageTime>> {
  const times: Partial<Record<StageName, StageTime>> = {};
  let [start, ends]: [number, number[]] = [0, []];
  for (const { at, event } of events) {
    if (event.kind === 'stage') [start, ends] = [at, []];
    if (event.kind === 'progress' && (event.event.kind === 'step' || event.event.kind === 'label'))
      ends.push(at);
    if (event.kind !== 'made') continue;
    const units = ends.slice(1).map((end, i) => 1000 * (end - (ends[i] ?? end)));
    times[event.stage] = {
      seconds: at - start,
      firstSeconds: (ends[0] ?? start) - start,
      unitMs: units.length > 0 ? median(units) : null,
    };
  }
  return times;
}

/** Floating-point operations of the matrix products of an unlearning step. */
async function stepFlops(base: string): Promise<number> {
  const { lora, blockLength, unlearn } = defaultSettings;
  const config = parseConfig(await (await fetch(new URL('models/base/config.json', base))).json());
  return matrixFlops(
    trainStepGraph(config, {
      batch: unlearn.batch,
      length: blockLength,
      trainable: { kind: 'adapter', lora },
      objective: methods.whp.unlearningOf(defaultSettings).objective,
      optimizer: paperAdamW,
    }),
  );
}

/** Floating-point operations per second of a large matrix product. */
async function gemmRate(): Promise<number> {
  const multiply = await prepareGemm(await openWasm());
  const times: number[] = [];
  for (let round = 0; round < 8; round++) times.push(await milliseconds(multiply));
  return GEMM_FLOPS / (median(times.slice(2)) / 1000);
}
