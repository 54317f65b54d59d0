/** Sends prompts to the model's variants, and moves the α that equation 1 generates with. */
import type { LabClient } from '../../bridge/client';
import type { LabEvent } from '../../lab/events';
import { withWritten } from './ask/answer';
import { askInput, modelVariants, type Asking } from './ask/asking';
import { recordedAnswers } from './recording';
import type { RunState } from './run-state.svelte';
import { stageNames } from '../../pipeline/stage';

const MAX_TOKENS = 40;

export class Prompting {
  constructor(
    private readonly state: RunState,
    private readonly client: LabClient,
  ) {}

  /** All variants continue one prompt in one batch; before a model is loaded, the recorded answers are shown. */
  async ask(prompt: string, asking: Asking): Promise<void> {
    const { state, client } = this;
    const { conversation, loaded, recorded } = state;
    conversation.asked = prompt;
    const known = !loaded && recorded && recordedAnswers(recorded, prompt);
    if (known) {
      conversation.answers = known;
      return;
    }
    conversation.begin();
    const settings = { ...state.plainSettings, alpha: state.alphaView.at };
    const variants = { prompts: [prompt], variants: modelVariants, maxTokens: MAX_TOKENS };
    const input = { ...variants, ...askInput(asking), settings };
    const onEvent = (event: LabEvent): void => {
      if (event.kind === 'write') conversation.answers = withWritten(conversation.answers, event);
      if (event.kind === 'read') conversation.translatedPrompt = event.translated[0] ?? null;
    };
    state.clock.hear({ kind: 'held' }); // a run waits while it answers
    await conversation.stage.run((signal) => client.run('ask', input, { signal, onEvent }));
    if (stageNames.every((name) => !state.stages[name].paused)) state.clock.hear({ kind: 'released' });
  }

  /** Changes the α that is shown, and that of equation 1 while it generates. */
  moveAlpha(alpha: number): void {
    this.state.alphaView.at = alpha;
    // A lost worker has nothing to change; its job reports the loss.
    this.client.moveAlpha(alpha).catch(() => undefined);
  }
}
