/** Starts the laboratory's worker. The expression must stay literal: the bundler looks for it. */
export function spawnLab(): Worker {
  return new Worker(new URL('../../workers/lab.worker.ts', import.meta.url), { type: 'module' });
}
