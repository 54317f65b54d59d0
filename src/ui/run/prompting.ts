/** Sends prompts to the model's variants, and keeps equation 1’s answer at the α that is shown. */
import type { LabClient } from '../../bridge/client';
import type { LabEvent } from '../../lab/events';
import { withWritten } from './ask/answer';
import { answeringModels } from './ask/answering-models';
import { askInput, modelVariants, type Asking } from './ask/asking';
import { Equation1Answer } from './ask/equation1-answer';
import type { Loading } from './loading';
import { recordedAnswers } from './recording';
import type { RunState } from './run-state.svelte';
import { stageNames } from '../../pipeline/stage';

const MAX_TOKENS = 40;

export class Prompting {
  readonly #equation1: Equation1Answer;

  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run'>,
    private readonly loading: Pick<Loading, 'load'>,
  ) {
    this.#equation1 = new Equation1Answer(state, client);
  }

  /**
   * All variants continue one prompt in one batch. Before a model is loaded, the recorded answers are shown; for any other
   * prompt the model is loaded first.
   */
  async ask(prompt: string, asking: Asking): Promise<void> {
    const { state, client, loading } = this;
    const { conversation, alphaView, opening } = state;
    this.#equation1.stop();
    const isLoaded = (): boolean => state.loaded !== null;
    if (!isLoaded()) {
      if (this.recall(prompt) || !state.entry) return;
      await loading.load(state.entry);
      if (!isLoaded()) return;
    }
    const alpha = alphaView.at;
    conversation.begin(prompt, {
      ...answeringModels(state.stages),
      alpha,
      opened: opening.origin,
      isChat: asking.chats,
    });
    const variants = { prompts: [prompt], variants: modelVariants, maxTokens: MAX_TOKENS };
    const settings = { ...state.plainSettings, alpha };
    const input = { ...variants, ...askInput(asking), opened: opening.origin !== null, settings };
    const onEvent = (event: LabEvent): void => {
      if (event.kind === 'write') conversation.answers = withWritten(conversation.answers, event);
      if (event.kind === 'read') conversation.translatedPrompt = event.translated[0] ?? null;
    };
    state.clock.hear({ kind: 'held' }); // a run waits while it answers
    await conversation.stage.run((signal) => client.run('ask', input, { signal, onEvent }));
    if (stageNames.every((name) => !state.stages[name].paused)) state.clock.hear({ kind: 'released' });
  }

  /** Shows the recorded answers to a prompt. Returns whether there are any. */
  recall(prompt: string): boolean {
    const { recorded, conversation } = this.state;
    const answers = recorded && recordedAnswers(recorded, prompt);
    if (answers) conversation.recall(prompt, answers);
    return answers !== null;
  }

  /** Answers by equation 1 at another α, if the answers are live. */
  followAlpha(alpha: number): void {
    void this.#equation1.follow(alpha);
  }
}
