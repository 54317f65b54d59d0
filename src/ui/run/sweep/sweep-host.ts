/** Trains the runs of a sweep on the page. It looks at the development items only: a sweep chooses settings. */
import { isSame } from '../../../base/same';
import { DEFAULT_SPLIT, type Split } from '../../../evaluate/split';
import { fail } from '../../../lab/error-catalogue';
import type { Hashes } from '../../../lab/run-inputs';
import type { RunController } from '../run-controller';
import { runList } from '../run-list.svelte';
import type { SweepingHost } from './sweeping.svelte';

const SPLIT = 'development' satisfies Split;

/** What runs are trained on, whatever they are evaluated on. */
const readAlike = [
  'model',
  'forgetSet',
  'retainSet',
  'dictionary',
] as const satisfies readonly (keyof Hashes)[];

export function sweepHost(run: () => RunController): SweepingHost {
  return {
    // Only with the same model and texts would it have the same bits.
    isMade(settings) {
      const hashes = run().state.loaded?.hashes;
      return runList.runs.some(
        (one) =>
          !one.isOpened &&
          one.split === SPLIT &&
          readAlike.every((part) => one.hashes[part] === hashes?.[part]) &&
          isSame(one.settings, settings),
      );
    },
    begin: () => run().inputs.useSplit(SPLIT),
    end(settings) {
      run().state.settings = settings;
      return run().inputs.useSplit(DEFAULT_SPLIT);
    },
    async run(settings) {
      const { state, running } = run();
      if (!state.loaded) fail('stage/order', { stage: 'evaluate', needs: 'load' });
      state.settings = settings;
      await running.complete('evaluate', true);
    },
    cancel: () => run().running.stopAll(),
  };
}
