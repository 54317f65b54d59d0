/** A lab in Node. */
import type { Split } from '../../src/evaluate/split';
import type { FileSource } from '../../src/files/source';
import type { LabEvent } from '../../src/lab/events';
import { startJob, type JobInput, type JobName, type JobResult } from '../../src/lab/jobs';
import { Lab } from '../../src/lab/lab';
import type { Device } from '../../src/runtime/device';
import { openNative, openNativeGpu } from '../../src/runtime/node';

/** `native` is the CPU at its fastest; `wasm` is what the page runs; `webgpu` is a graphics card. */
export const nodeBackends = ['native', 'wasm', 'webgpu'] as const;
export type NodeBackend = (typeof nodeBackends)[number];

const openers: Readonly<Record<NodeBackend, (threads?: number) => Promise<Device>>> = {
  native: (threads) => Promise.resolve(openNative(threads)),
  wasm: async () => (await import('../../src/runtime/ort-web-node')).openWasmInNode(),
  webgpu: openNativeGpu,
};

/** `threads`: of the native device, per operation; default its own. */
export function nodeLab(source: FileSource, backend: NodeBackend = 'native', threads?: number): Lab {
  const open = (): Promise<Device> => openers[backend](threads);
  return new Lab(source, { wasm: open, webgpu: open });
}

/** Whether it opens here, before anything is begun. @throws LetheError runtime/no-driver, which says what to install */
export async function tryBackend(backend: NodeBackend): Promise<void> {
  await (await openers[backend]()).release();
}

/** Runs a job to its end. */
export async function runJob<K extends JobName>(
  lab: Lab,
  name: K,
  input: JobInput<K>,
  onEvent: (event: LabEvent) => void = () => undefined,
): Promise<JobResult<K>> {
  const job = startJob(lab, name, input, new AbortController().signal);
  for (;;) {
    const next = await job.next();
    if (next.done) return next.value;
    onEvent(next.value);
  }
}

/** The folder of a data set, and the split of its items. */
export interface DataChoice {
  readonly world: string;
  readonly split: Split;
}

/** Opens a lab on the shipped model `name` and a data set, passes it to `use`, and releases it. */
export async function withLab<R>(
  source: FileSource,
  name: 'base' | 'gold',
  use: (lab: Lab) => Promise<R>,
  { world, split }: DataChoice = { world: WORLD, split: 'test' },
  threads?: number,
): Promise<R> {
  const lab = nodeLab(source, 'native', threads);
  try {
    await runJob(lab, 'load', { backend: 'wasm', model: `models/${name}`, world, split });
    return await use(lab);
  } finally {
    await lab.release();
  }
}

/** What the page ships, below which models and data sets are named. */
export const SHIPPED = 'public';
/** The folder of the shipped data set. */
export const WORLD = 'worlds/marrowmere';
/** The folder of the reversed world, in which the neighbour is to be forgotten and the saga kept. */
export const REVERSED = 'worlds/reversed';
