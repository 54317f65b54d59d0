/** The run in Node. */
import { nodeLab, runJob, type NodeBackend } from '../lab/node-lab';
import type { Options } from './options';
import { runReal, type RealRun } from './run';
import { continuationsOf, TEXTS, textSource } from './texts';

/** `path`: of the model, on disk. @throws LetheError of any job */
export async function runInNode(
  path: string,
  device: NodeBackend,
  { files, settings, plan, weightBits }: Options,
  say: (line: string) => void,
): Promise<RealRun> {
  const lab = nodeLab(textSource(files), device);
  const input = { backend: 'wasm', model: path, world: TEXTS, settings, plan, weightBits } as const;
  try {
    return await runReal(
      {
        run: (name, job, onEvent) => runJob(lab, name, job, onEvent),
        peakBytes: () => Promise.resolve({ rss: process.resourceUsage().maxRSS * 1024 }),
      },
      { ...input, continuations: continuationsOf(files) },
      say,
    );
  } finally {
    await lab.release();
  }
}
