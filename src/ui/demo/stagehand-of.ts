/** The page as conference mode's stage: live where a model is loaded, else the recorded run as it stands. */
import type { StageName } from '../stage-names';
import { plainly } from '../ask/asking';
import type { Workbench } from '../workbench.svelte';
import type { Stagehand } from './stagehand';

export function stagehandOf(bench: Workbench, goTo: (stage: StageName) => void): Stagehand {
  return {
    goTo,
    type: (prompt) => (bench.prompt = prompt),
    run: async (what, signal) => {
      const stop = (): void => {
        if (what === 'ask') bench.ask.cancel();
        else bench.stopAll();
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        if (what === 'ask') await bench.runAsk(bench.prompt, plainly);
        else if (bench.loaded) await bench.run(what);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    reset: () => {
      bench.prompt = '';
      bench.clearAnswers();
      goTo('text');
      return Promise.resolve();
    },
  };
}

/** What the story asks: the prompts of the recorded run, as long as nobody else answers. */
export function demoPrompts({ recording, isRecorded, dataset }: Workbench): string[] {
  if (recording && isRecorded) return recording.run.answers.map(({ prompt }) => prompt);
  return dataset?.prompts.map(({ prompt }) => prompt) ?? [];
}
