/** Drives the page for conference mode: live if a model is loaded, otherwise on the recorded run. */
import type { ScreenName } from '../screen-names';
import { plainly } from '../ask/asking';
import type { RunController } from '../run-controller.svelte';
import type { DemoDriver } from './demo-driver';

export function demoDriverOf(controller: RunController, goTo: (stage: ScreenName) => void): DemoDriver {
  return {
    goTo,
    type: (prompt) => (controller.prompt = prompt),
    run: async (what, signal) => {
      const stop = (): void => {
        if (what === 'ask') controller.ask.cancel();
        else controller.stopAll();
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        if (what === 'ask') await controller.runAsk(controller.prompt ?? '', plainly);
        else if (controller.loaded) await controller.run(what);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    reset: () => {
      controller.prompt = '';
      controller.clearAnswers();
      goTo('text');
      return Promise.resolve();
    },
  };
}

/** The prompts of the story: those of the recorded run while no model is loaded. */
export function demoPrompts({ recording, isRecorded, dataset }: RunController): string[] {
  if (recording && isRecorded) return recording.run.answers.map(({ prompt }) => prompt);
  return dataset?.prompts.map(({ prompt }) => prompt) ?? [];
}
