/** The benchmark's page. For training steps, Lethe, its peer and the limit take turns, so that drift affects all equally. */
import { trainStepGraph } from '../../src/llama/graphs/train-step';
import { Model } from '../../src/model/model';
import { Trainer } from '../../src/model/trainer';
import { openWasm, wasmThreads } from '../../src/runtime/wasm';
import { benchAlpha } from './alpha';
import { benchDispatches } from './dispatches';
import { benchEvaluation } from './evaluation';
import { benchMatching } from './matching';
import { benchMethod } from './method';
import { benchQueue } from './queue';
import { benchReading } from './reading';
import { benchShape, startPlans, stepOf } from './shapes';
import { benchTerms } from './terms';
import { GEMM_FLOPS, prepareGemm } from './gemm';
import { prepareJaxStep } from './jaxjs-step';
import { benchForgetSet } from './forget-set';
import { median, milliseconds } from './timing';
import { config, inputs, matrixFlops, RATE, shape } from './workload';

const WARM_UPS = 3;
const COUNTED = 10;

async function benchStep() {
  const device = await openWasm();
  const { weights, adapter, ids, labels } = inputs();
  const built = trainStepGraph(config, shape);
  const model = await Model.open(device, config, weights);
  let trainer: Trainer | undefined;
  const createMs = await milliseconds(async () => (trainer = await Trainer.start(model, shape, adapter)));
  const lethe = async () => trainer?.step({ ids, labels }, RATE);
  const firstMs = await milliseconds(lethe);
  const peakMB = device.memoryBytes() / 2 ** 20;

  const steps = {
    lethe,
    jaxjs: await prepareJaxStep({ weights, adapter }, ids, labels, RATE, 'plain'),
    jaxjsTuned: await prepareJaxStep({ weights, adapter }, ids, labels, RATE, 'halves'),
    gemm: await prepareGemm(device),
  };
  const names = ['lethe', 'jaxjs', 'jaxjsTuned', 'gemm'] as const;
  const times: Record<(typeof names)[number], number[]> = { lethe: [], jaxjs: [], jaxjsTuned: [], gemm: [] };
  for (let round = 0; round < WARM_UPS + COUNTED; round++) {
    for (const name of names) {
      const time = await milliseconds(steps[name]);
      if (round >= WARM_UPS) times[name].push(time);
    }
  }
  const gemm = median(times.gemm);
  const loraStep = median(times.lethe);
  const flops = matrixFlops(built);
  return {
    loraStep: {
      lethe: loraStep,
      jaxjs: median(times.jaxjs),
      jaxjsTuned: median(times.jaxjsTuned),
      ratio: median(times.jaxjs.map((time, i) => time / (times.lethe[i] ?? 1))),
      ratioTuned: median(times.jaxjsTuned.map((time, i) => time / (times.lethe[i] ?? 1))),
      nodes: built.nodes.length,
      peakMB,
      firstMs,
      createMs,
      gigaflops: flops / 1e9,
    },
    gemm: { ms: gemm, fraction: flops / loraStep / (GEMM_FLOPS / gemm) },
    times,
  };
}

/** The parts that can be measured separately; `base` is the URL of the page's public files. */
const parts = {
  step: benchStep,
  alpha: async (base: string) => benchAlpha(await openWasm(), base),
  matching: benchMatching,
  method: benchMethod,
  saga: benchForgetSet,
  evaluation: benchEvaluation,
  queue: benchQueue,
  terms: benchTerms,
  reading: benchReading,
  dispatches: benchDispatches,
  shape: benchShape,
  startPlans,
  stepOf,
  device: () => Promise.resolve(wasmThreads()),
};

export type Benchmarks = typeof parts;

declare global {
  interface Window {
    benchmarks: Benchmarks;
  }
}
window.benchmarks = parts;
