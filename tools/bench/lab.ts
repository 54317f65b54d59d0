/** A lab on the page, on WASM with the shipped data set. */
import { urlSource } from '../../src/files/source';
import type { LabEvent } from '../../src/lab/events';
import { startJob, type JobInput, type JobName, type JobResult } from '../../src/lab/jobs';
import { Lab } from '../../src/lab/lab';
import { openWasm } from '../../src/runtime/wasm';
import { openWebGpu } from '../../src/runtime/webgpu';

export interface BenchLab {
  readonly lab: Lab;
  /** Runs a job to its end; `onEvent` gets its events. */
  readonly run: <K extends JobName>(
    name: K,
    input: JobInput<K>,
    onEvent?: (event: LabEvent) => void,
  ) => Promise<JobResult<K>>;
  readonly release: () => Promise<void>;
}

/** `base`: where the page's public files are. */
export async function openLab(base: string): Promise<BenchLab> {
  const lab = new Lab(urlSource(base), { wasm: openWasm, webgpu: openWebGpu });
  const run: BenchLab['run'] = async (name, input, onEvent = () => undefined) => {
    const job = startJob(lab, name, input, new AbortController().signal);
    for (;;) {
      const next = await job.next();
      if (next.done) return next.value;
      onEvent(next.value);
    }
  };
  await run('load', { backend: 'wasm', model: 'models/base', world: 'worlds/marrowmere' });
  return { lab, run, release: () => lab.release() };
}
