/** Starts the lab's worker. */
import { policyWorker } from '../../base/policy-worker';

/** The expression must stay literal, and its class be called `Worker`, or the bundler does not recognise it. */
export function spawnLab(): Worker {
  const Worker = policyWorker();
  return new Worker(new URL('../../../workers/lab.worker.ts', import.meta.url), { type: 'module' });
}
