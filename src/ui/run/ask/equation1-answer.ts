/** Keeps the live answer of equation 1 at the α that the page shows, while nothing else runs. */
import type { LabClient } from '../../../bridge/client';
import type { LabEvent } from '../../../lab/events';
import type { RunState } from '../run-state.svelte';
import { noAnswer, withWritten, type Answer } from './answer';

export class Equation1Answer {
  /** what is being generated; null: nothing */
  #current: { readonly alpha: number; readonly controller: AbortController } | null = null;

  constructor(
    private readonly state: Pick<RunState, 'conversation' | 'busy'>,
    private readonly client: Pick<LabClient, 'run'>,
  ) {}

  /** Answers again at `alpha`; a later call replaces an earlier one. Never throws. */
  async follow(alpha: number): Promise<void> {
    const { conversation, busy } = this.state;
    if (this.#current?.alpha === alpha) return;
    this.stop();
    const { source } = conversation;
    if (busy || source?.kind !== 'live' || source.alpha === alpha) return;
    const controller = new AbortController();
    const { signal } = controller;
    const current = { alpha, controller };
    this.#current = current;
    let answer: Answer = noAnswer;
    const onEvent = (event: LabEvent): void => {
      if (event.kind !== 'write' || signal.aborted) return;
      answer = withWritten([answer], event)[0] ?? noAnswer;
      conversation.replaceEquation1(answer, null);
    };
    try {
      const text = await this.client.run('answerAt', { alpha }, { signal, onEvent });
      if (text !== null && !signal.aborted) conversation.replaceEquation1(answer, alpha);
    } catch {
      // Another α was chosen, or the worker is lost, which its next job reports.
    } finally {
      if (this.#current === current) this.#current = null;
    }
  }

  /** Ends what is being generated. */
  stop(): void {
    this.#current?.controller.abort(new DOMException('another α is shown', 'AbortError'));
    this.#current = null;
  }
}
