/** Drives the page for conference mode: live if a model is loaded, otherwise on the recorded run. */
import type { ScreenName } from '../address/screen-names';
import { plainly } from '../run/ask/asking';
import type { RunController } from '../run/run-controller';
import type { RunState } from '../run/run-state.svelte';
import type { DemoDriver } from './demo-driver';

export function demoDriverOf(
  { state, running, prompting }: RunController,
  goTo: (stage: ScreenName) => void,
): DemoDriver {
  const { conversation } = state;
  return {
    goTo,
    type: (prompt) => (conversation.prompt = prompt),
    run: async (what, signal) => {
      const stop = (): void => {
        if (what === 'ask') conversation.stage.cancel();
        else running.stopAll();
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        if (what === 'ask') await prompting.ask(conversation.prompt ?? '', plainly);
        else if (state.loaded) await running.run(what);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    reset: () => {
      conversation.prompt = '';
      conversation.clear();
      goTo('text');
      return Promise.resolve();
    },
  };
}

/** The prompts of the story: those of the recorded run while no model is loaded. */
export function demoPrompts({ recorded, dataset }: RunState): string[] {
  if (recorded) return recorded.run.answers.map(({ prompt }) => prompt);
  return dataset?.prompts.map(({ prompt }) => prompt) ?? [];
}
