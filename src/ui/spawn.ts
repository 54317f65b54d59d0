/** Starts the lab's worker. The expression must stay literal, or the bundler does not recognise it. */
export function spawnLab(): Worker {
  return new Worker(new URL('../../workers/lab.worker.ts', import.meta.url), { type: 'module' });
}
