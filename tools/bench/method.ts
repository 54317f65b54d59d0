/**
 * The whole method with its default settings on the shipped data set, with the page's looks at the forgetting: seconds
 * by stage, and how near the unlearning steps come to the limit, the rate of a large matrix product.
 */
import { parseConfig } from '../../src/llama/config';
import { trainStepGraph } from '../../src/llama/graphs/train-step';
import { methods } from '../../src/methods/catalogue';
import { defaultSettings, pipelineOf, tokensTrained } from '../../src/methods/settings';
import { stageNames, type StageName } from '../../src/pipeline/stage';
import { openWasm } from '../../src/runtime/wasm';
import { defaultWatching, monitorSettingsOf } from '../../src/ui/run/watching';
import { paperAdamW } from '../../src/unlearn/train';
import { prepareGemm, GEMM_FLOPS } from './gemm';
import { openLab } from './lab';
import { median, milliseconds } from './timing';
import { matrixFlops } from './workload';

/** The stages before the evaluation. */
const stages = stageNames.filter((name) => name !== 'evaluate' && pipelineOf(defaultSettings)[name]);

interface StageTime {
  readonly seconds: number;
  /** until the first step or block is done: compiling, and the files of the page that load late */
  readonly firstSeconds: number;
  /** of a training step or a labelled block, median */
  readonly unitMs: number;
}

export async function benchMethod(base: string) {
  const lab = await openLab(base);
  const settings = defaultSettings;
  const inputs = {
    reinforce: { settings, resume: false },
    label: { settings },
    unlearn: { settings, overrides: [], resume: false, monitor: monitorSettingsOf(defaultWatching, []) },
  } as const;
  const times: Partial<Record<StageName, StageTime>> = {};
  for (const stage of ['reinforce', 'label', 'unlearn'] as const) {
    if (!stages.includes(stage)) continue;
    const ends: number[] = [];
    const start = performance.now();
    await lab.run(stage, inputs[stage], ({ kind }) => {
      if (kind === 'step' || kind === 'label') ends.push(performance.now());
    });
    const [first = start] = ends;
    times[stage] = {
      seconds: (performance.now() - start) / 1000,
      firstSeconds: (first - start) / 1000,
      unitMs: median(ends.slice(1).map((end, i) => end - (ends[i] ?? end))),
    };
  }
  await lab.release();
  const total = Object.values(times).reduce((sum, { seconds }) => sum + seconds, 0);
  const limit = await gemmRate();
  return {
    method: {
      stages: times,
      seconds: { total },
      tokensTrained: tokensTrained(settings),
      /** share of the limit that the median unlearning step reaches */
      fraction: (await stepFlops(base)) / ((times.unlearn?.unitMs ?? Infinity) / 1000) / limit,
    },
  };
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
