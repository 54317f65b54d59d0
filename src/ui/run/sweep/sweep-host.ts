/** Trains the runs of a sweep on the page. */
import { isSame } from '../../../base/same';
import { fail } from '../../../lab/error-catalogue';
import type { RunController } from '../run-controller';
import { runList } from '../run-list.svelte';
import type { SweepingHost } from './sweeping.svelte';

export function sweepHost(run: () => RunController): SweepingHost {
  return {
    // Only with the same model and texts would it have the same bits.
    isMade(settings) {
      const hashes = run().state.loaded?.hashes;
      return runList.runs.some(
        (one) =>
          !one.isOpened &&
          one.hashes.model === hashes?.model &&
          one.hashes.world === hashes?.world &&
          isSame(one.settings, settings),
      );
    },
    async run(settings) {
      const { state, running } = run();
      if (!state.loaded) fail('stage/order', { stage: 'evaluate', needs: 'load' });
      state.settings = settings;
      await running.complete('evaluate', true);
    },
    use: (settings) => (run().state.settings = settings),
    cancel: () => run().running.stopAll(),
  };
}
