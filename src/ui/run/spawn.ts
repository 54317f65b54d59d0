/** Starts the workers. */
import { policyWorker } from '../../base/policy-worker';
import { site } from '../browser/site';

/** The expression must stay literal, and its class be called `Worker`, or the bundler does not recognise it. */
export function spawnLab(): Worker {
  const Worker = policyWorker(site);
  return new Worker(new URL('../../../workers/lab.worker.ts', import.meta.url), { type: 'module' });
}

/** For a language model in the tab; likewise. */
export function spawnLanguage(): Worker {
  const Worker = policyWorker(site);
  return new Worker(new URL('../../../workers/language.worker.ts', import.meta.url), { type: 'module' });
}
