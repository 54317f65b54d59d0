/** The output of the benchmark. */
import type { EstimateQuality } from './estimates';
import type { Benchmarks } from './page';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function estimates({ updates, within, worst, rising }: EstimateQuality): string {
  return `${percent(within)} of ${updates} updates within a factor 1.5 after the first tenth (at most ${worst.toFixed(2)}), ${percent(rising)} rise`;
}

type Result<K extends keyof Benchmarks> = Awaited<ReturnType<Benchmarks[K]>>;

export const say = {
  step({ loraStep, gemm }: Result<'step'>) {
    console.log(`step    workload L6, ${loraStep.gigaflops.toFixed(1)} GFLOP of matrix products`);
    console.log(
      `Lethe   ${loraStep.lethe.toFixed(0)} ms, ${loraStep.nodes} nodes, ${loraStep.peakMB.toFixed(0)} MB WASM memory`,
    );
    console.log(
      `jax-js  ${loraStep.jaxjs.toFixed(0)} ms: Lethe is ${loraStep.ratio.toFixed(2)} times as fast`,
    );
    console.log(
      `  tuned ${loraStep.jaxjsTuned.toFixed(0)} ms (head product in halves): ${loraStep.ratioTuned.toFixed(2)} times`,
    );
    console.log(`session ${loraStep.createMs.toFixed(0)} ms, first step ${loraStep.firstMs.toFixed(0)} ms`);
    console.log(
      `limit   1024³ product ${gemm.ms.toFixed(1)} ms: the step runs at ${(100 * gemm.fraction).toFixed(0)} % of it`,
    );
  },
  alpha({ alpha, equation1Decode }: Result<'alpha'>) {
    console.log(
      `alpha   relabelling a block of 128 tokens: ${alpha.ms.toFixed(1)} ms; from its record: ${alpha.fromRecordMs.toFixed(2)} ms`,
    );
    console.log(
      `decode  equation 1: ${equation1Decode.tokensPerSecond.toFixed(0)} tokens/s, ${equation1Decode.fraction.toFixed(2)} of the baseline’s rate`,
    );
  },
  matching({ matching }: Result<'matching'>) {
    console.log(
      `match   ${matching.terms} terms in ${matching.characters} characters: ${matching.ms.toFixed(0)} ms (${matching.matches} matches; tokenising ${matching.encodeMs.toFixed(0)} ms)`,
    );
  },
  method({ method }: Result<'method'>) {
    for (const [stage, { seconds, firstSeconds, unitMs }] of Object.entries(method.stages)) {
      const units =
        unitMs === null
          ? ''
          : `, the first ${firstSeconds.toFixed(1)} s before its first step or block, then ${unitMs.toFixed(0)} ms each`;
      console.log(`method  ${stage}: ${seconds.toFixed(1)} s${units}`);
    }
    for (const [which, { stages, run }] of Object.entries(method.clock))
      for (const [name, quality] of [...Object.entries(stages), ['whole run', run] as const])
        console.log(`clock   ${which} run, ${name}: ${estimates(quality)}`);
    console.log(
      `  without the evaluation ${method.seconds.total.toFixed(1)} s, ${method.tokensTrained} tokens trained; unlearning runs at ${(100 * method.fraction).toFixed(0)} % of the matrix limit`,
    );
  },
  saga({ labels }: Result<'saga'>) {
    console.log(
      `labels  ${labels.blocks} blocks: ${labels.megabytes.toFixed(1)} MB, ${labels.msPerBlock.toFixed(0)} ms per block`,
    );
  },
  evaluation({ evaluation }: Result<'evaluation'>) {
    const parts = Object.entries(evaluation.parts).map(
      ([part, seconds]) => `${part} ${seconds?.toFixed(1)} s`,
    );
    console.log(
      `report  one model variant evaluated in ${evaluation.seconds.toFixed(0)} s: ${parts.join(', ')}`,
    );
  },
  terms({ terms }: Result<'terms'>) {
    for (const [name, { matchMs, lintMs, freezeMs }] of Object.entries(terms))
      console.log(
        `terms   20000, ${name === 'one' ? 'one translation' : 'a translation each'}: matching 1 MB ${matchMs.toFixed(0)} ms, checking them ${lintMs.toFixed(0)} ms with at most ${freezeMs.toFixed(0)} ms at once`,
      );
  },
  reading({ reading: { megabytes, ms, writeMs, ratio } }: Result<'reading'>) {
    console.log(
      `read    ${megabytes.toFixed(0)} MB of F16 weights: ${ms.toFixed(0)} ms, ${ratio.toFixed(1)} times a copy; written in ${writeMs.toFixed(0)} ms`,
    );
  },
  dispatches({ dispatches: { step, token } }: Result<'dispatches'>) {
    for (const [name, calls] of Object.entries({ step, ...token }))
      console.log(
        `WebGPU  ${name === 'step' ? 'training step' : `token, ${name}`}: ${calls.dispatches} dispatches, ${calls.submits} submits, ${calls.readBacks} read-backs`,
      );
  },
  shape(shape: Result<'shape'>) {
    if ('refused' in shape) {
      console.log(`shape   ${shape.name}: ${shape.refused}`);
      return;
    }
    const { name, plan, createMs, ms, losses, heapMB } = shape;
    console.log(
      `shape   ${name}, ${plan}: created in ${(createMs / 1000).toFixed(1)} s, a step in ${(ms / 1000).toFixed(1)} s, loss ${losses.map((loss) => loss.toFixed(3)).join(' → ')}, WASM heap ${heapMB.toFixed(0)} MB`,
    );
  },
  queue({ queue: { small, large, ratio } }: Result<'queue'>) {
    for (const [name, { pressMs, worstMs, pauseMs, done }] of Object.entries({ small, large }))
      console.log(
        `queue   ${name}, ${done}: Enter to the next frame ${pressMs.toFixed(0)} ms, at most ${worstMs.toFixed(0)} ms; ${pauseMs.toFixed(0)} ms in the pause after`,
      );
    console.log(`  ratio ${ratio.toFixed(2)}`);
  },
};
