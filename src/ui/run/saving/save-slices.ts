/** The run as the part that saves the model takes it: values and actions. */
import type { RunController } from '../run-controller';
import type { RunState } from '../run-state.svelte';
import type { SaveActions, SaveView } from './save-view';

/** null while nothing was made on this device. */
export function saveView({ saving, stages, loaded, busy }: RunState): SaveView | null {
  const made = [stages.reinforce, stages.label, stages.unlearn].flatMap(({ outcome }) =>
    outcome?.source === 'live' ? [outcome.made?.id ?? ''] : [],
  );
  if (!loaded || made.length === 0) return null;
  const { offer, stage } = saving;
  return { offer, stage, made: made.join(' '), isBusy: busy };
}

export function saveActions({ state, saving }: RunController): SaveActions {
  const { stage } = state.saving;
  const fail = (error: unknown): void => stage.fail(error);
  return {
    look: () => void saving().then((one) => one.look(), fail),
    save: (parts, floats) => void saving().then((one) => one.save(parts, floats), fail),
    cancel: () => stage.cancel(),
  };
}
