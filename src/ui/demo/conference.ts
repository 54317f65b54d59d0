/**
 * Conference mode: plays the story until a visitor touches anything, hands them the page, and restarts when they have
 * left.
 */
import { story, type SceneEvent } from './story';
import type { DemoDriver } from './demo-driver';

export interface ConferenceInput {
  readonly driver: DemoDriver;
  readonly prompts: readonly string[];
  /** Called with each scene as it begins; with null when a visitor takes over. */
  readonly onscene: (scene: SceneEvent | null) => void;
  /** Milliseconds without a touch before the story restarts. @default two minutes */
  readonly idle?: number;
}

const TWO_MINUTES = 120_000;

export class Conference {
  readonly #input: ConferenceInput;
  #telling: AbortController | null = null;
  #patience: ReturnType<typeof setTimeout> | null = null;

  constructor(input: ConferenceInput) {
    this.#input = input;
  }

  start(): void {
    this.#stopWaiting();
    this.#telling?.abort();
    this.#telling = new AbortController();
    void this.#tell(this.#telling.signal);
  }

  /** A visitor touched the page: it is theirs until they stop. */
  touch(): void {
    if (this.#telling) {
      this.#silence();
      this.#input.onscene(null);
    }
    this.#stopWaiting();
    this.#patience = setTimeout(() => this.start(), this.#input.idle ?? TWO_MINUTES);
  }

  stop(): void {
    this.#silence();
    this.#stopWaiting();
  }

  #silence(): void {
    this.#telling?.abort(new DOMException('somebody took over', 'AbortError'));
    this.#telling = null;
  }

  #stopWaiting(): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#patience = null;
  }

  async #tell(signal: AbortSignal): Promise<void> {
    const { driver, prompts, onscene } = this.#input;
    try {
      for await (const scene of story(driver, prompts, signal)) if (!signal.aborted) onscene(scene);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

/** Whether the page was opened with `?demo`. */
export function isDemo(search: string): boolean {
  return new URLSearchParams(search).has('demo');
}
