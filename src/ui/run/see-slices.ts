/** What the first screen takes of the run: values and actions. */
import { router } from '../address/router.svelte';
import { part } from '../browser/lazy/part';
import { modelVariants, plainly } from './ask/asking';
import type { RunController } from './run-controller';
import type { RunState } from './run-state.svelte';
import type { Answered, SeeActions, SeeView } from './see-view';
import { runActions, runView } from './slices';

const saving = part(() => import('./projects/save-open-project'));

export function seeView(state: RunState): SeeView {
  const { shownProof, entry, backend, loaded, load, busy, stages, clock, ending } = state;
  const { unlearn, evaluate } = stages;
  const isWorking = load.running || clock.time !== null;
  return {
    shown: shownProof,
    subject: state.subject,
    isOld: clock.time !== null && !hasLooked(state),
    isReady: state.dataset !== null && (state.proof !== null || state.texts !== null),
    entry,
    backend,
    isLoaded: loaded !== null,
    isLoading: load.running,
    isBusy: busy,
    run: runView(state),
    ending,
    isDone: !isWorking && evaluate.outcome?.source === 'live' && shownProof?.source === 'live',
    end: unlearn.outcome?.result.end ?? null,
    answered: answered(state),
  };
}

/** Whether the run that is going on has answered the sentences. */
function hasLooked({ clock, stages }: RunState): boolean {
  const { time } = clock;
  if (!time || time.ahead.includes('unlearn')) return false;
  return time.stage !== 'unlearn' || stages.unlearn.probes.length > 0;
}

/** Recorded answers are not those of the run. */
function answered({ conversation: { asked, answers, source } }: RunState): Answered | null {
  const [before, after] = (['baseline', 'unlearned'] as const).map(
    (variant) => answers[modelVariants.indexOf(variant)]?.text ?? '',
  );
  return source?.kind !== 'live' || answers.length === 0
    ? null
    : { prompt: asked, before: before ?? '', after: after ?? '' };
}

export function seeActions(run: RunController): SeeActions {
  const { state, running, prompting } = run;
  return {
    ...runActions(run),
    run: () => {
      if (state.loaded) void running.runAll();
      else if (state.entry) void running.loadAndRunAll(state.entry);
    },
    continueRun: (until) => void running.continueRun(until),
    rescue: (stage, until) => void running.rescueAndRun(stage, until),
    ask: (prompt) => {
      prompting().then(
        (one) => one.ask(prompt, plainly),
        (error: unknown) => state.conversation.stage.fail(error),
      );
    },
    askOwn: () => {
      state.conversation.prompt = '';
      router.openLab('unlearn');
    },
    save: async () => (await saving()).saveOpenProject(),
  };
}
