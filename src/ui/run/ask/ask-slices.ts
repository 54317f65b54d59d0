/** The run as the panel for prompts takes it: values and actions. */
import { readsFirst } from '../../../methods/settings';
import type { Prompting } from '../prompting';
import type { RunController } from '../run-controller';
import type { RunState } from '../run-state.svelte';
import { answeringModels } from './answering-models';
import type { AskActions, AskView } from './ask-view';
import type { Opener } from './opener';
import { shownAnswers } from './shown-answers';

export function askView(run: RunState): AskView {
  const { conversation, opening, recorded, entry, backend, loaded, load, stages, settings, busy } = run;
  const { subject } = run;
  const hasRead = readsFirst(settings) && stages.read.outcome !== null;
  return {
    conversation,
    answers: shownAnswers(conversation, recorded, run.alphaView.at, answeringModels(stages)),
    recorded: recorded?.run.answers.map(({ kind, prompt }) => ({ kind, prompt })) ?? [],
    entry,
    backend,
    isLoaded: loaded !== null,
    isLoading: load.running,
    chats: loaded?.chats === true,
    subject,
    hasRead,
    hasGold: subject.forget === 'own' ? hasRead : subject.forget === 'book',
    isReinforced: isTrained(stages.reinforce),
    isUnlearned: isTrained(stages.unlearn),
    opened: {
      phase: opening.stage.phase,
      origin: opening.origin,
      kept: opening.kept,
      keepFailure: opening.keepFailure,
    },
    logitSpace: settings.logitSpace,
    isBusy: busy,
    canAsk: !load.running && !conversation.stage.running,
  };
}

/** Whether its model is of this device: while it trains, it can be asked as it is so far. */
function isTrained({ outcome, progress, running }: RunState['stages']['reinforce' | 'unlearn']): boolean {
  return outcome?.source === 'live' || (running && progress !== null);
}

export function askActions({ state, prompting, opener }: RunController): AskActions {
  const { conversation, opening } = state;
  const withPrompting = (act: (prompting: Prompting) => unknown): void => {
    prompting().then(act, (error: unknown) => conversation.stage.fail(error));
  };
  const withOpener = (act: (opener: Opener) => unknown): void => {
    opener().then(act, (error: unknown) => opening.stage.fail(error));
  };
  return {
    write: (prompt) => (conversation.prompt = prompt),
    recall: (prompt) => withPrompting((one) => one.recall(prompt)),
    send: (prompt, asking) => withPrompting((one) => one.ask(prompt, asking)),
    stop: () => conversation.stage.cancel(),
    openAdapter: (files) => withOpener((one) => one.open(files)),
    closeAdapter: () => opening.close(),
    listAdapters: () => withOpener((one) => one.list()),
    openKept: (adapter) => withOpener((one) => one.openKept(adapter)),
    deleteKept: (adapter) => withOpener((one) => one.remove(adapter)),
    reinforceWith: () => withOpener((one) => one.reinforce()),
    unlearnWith: () => withOpener((one) => one.unlearn()),
    followAlpha: (alpha) => withPrompting((one) => one.followAlpha(alpha)),
  };
}
