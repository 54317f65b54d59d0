/** The labels of the whole shipped saga, as they are saved: their size, and how long they take. */
import { urlSource } from '../../src/files/source';
import { startJob, type JobInput, type JobName, type JobResult } from '../../src/lab/jobs';
import { Lab } from '../../src/lab/lab';
import { openWasm } from '../../src/runtime/wasm';
import { openWebGpu } from '../../src/runtime/webgpu';
import { defaultSettings, type RunSettings } from '../../src/unlearn/settings';
import { writeLabels } from '../../src/unlearn/write-labels';

/** A short training: what the labels take does not depend on how well the reinforced model knows the text. */
const STEPS = 20;

export async function benchSaga(base: string) {
  const lab = new Lab(urlSource(base), { wasm: openWasm, webgpu: openWebGpu });
  const settings: RunSettings = {
    ...defaultSettings,
    reinforce: { ...defaultSettings.reinforce, steps: STEPS },
  };
  const run = async <K extends JobName>(name: K, input: JobInput<K>): Promise<JobResult<K>> => {
    const job = startJob(lab, name, input, new AbortController().signal);
    for (;;) {
      const next = await job.next();
      if (next.done) return next.value;
    }
  };
  await run('load', { backend: 'wasm', model: 'models/base', world: 'worlds/marrowmere' });
  await run('reinforce', { settings });
  const start = performance.now();
  const labels = await run('label', { settings });
  const seconds = (performance.now() - start) / 1000;
  await lab.release();
  return {
    labels: {
      megabytes: writeLabels(labels).length / 1e6,
      blocks: labels.blocks.length,
      msPerBlock: (1000 * seconds) / labels.blocks.length,
    },
  };
}
