/** What the page works on: the chosen model, the settings, the stages and the answers. */
import { LabClient } from '../bridge/client';
import type { DeviceChoice } from '../lab/choose-device';
import type { LabEvent } from '../lab/events';
import type { LoadResult } from '../lab/load';
import type { Measures } from '../lab/measure';
import type { Speaker } from '../model/writers';
import type { Labels } from '../unlearn/record';
import { defaultSettings, type RunSettings } from '../unlearn/settings';
import type { Offer } from './catalogue';
import { Stage } from './stage.svelte';

export interface Compared {
  readonly before: Measures;
  readonly after: Measures;
}

const MAX_TOKENS = 40;

/** Who answers a prompt, in the order of their answers. */
export const speakers = [
  'baseline',
  'reinforced',
  'equation1',
  'unlearned',
] as const satisfies readonly Speaker[];

export class Workbench {
  readonly load = new Stage<LoadResult>();
  readonly reinforce = new Stage<void>();
  readonly label = new Stage<Labels>();
  readonly unlearn = new Stage<Compared>();
  readonly ask = new Stage<string[][]>();
  settings = $state<RunSettings>(structuredClone(defaultSettings));
  backend = $state<DeviceChoice>('auto');
  /** bytes held by the runtime, read after each stage */
  memory = $state(0);
  /** what each voice has written so far, in the order of `speakers` */
  answers = $state.raw<readonly string[]>([]);
  readonly #client: LabClient;

  constructor(spawn: () => Worker) {
    this.#client = new LabClient(spawn);
  }

  /** The stage that is working, if one is. */
  get busy(): boolean {
    return [this.load, this.reinforce, this.label, this.unlearn, this.ask].some((stage) => stage.running);
  }

  async runLoad(offer: Offer): Promise<void> {
    for (const stage of [this.reinforce, this.label, this.unlearn, this.ask]) stage.reset();
    this.answers = [];
    const input = { backend: this.backend, model: offer.model, world: offer.world };
    await this.load.run((signal, onEvent) => this.#client.run('load', input, { signal, onEvent }));
    await this.#readMemory();
  }

  async runReinforce(): Promise<void> {
    for (const stage of [this.label, this.unlearn]) stage.reset();
    const settings = $state.snapshot(this.settings);
    await this.reinforce.run((signal, onEvent) =>
      this.#client.run('reinforce', { settings }, { signal, onEvent }),
    );
    await this.#readMemory();
  }

  async runLabel(): Promise<void> {
    this.unlearn.reset();
    const settings = $state.snapshot(this.settings);
    await this.label.run((signal, onEvent) => this.#client.run('label', { settings }, { signal, onEvent }));
    await this.#readMemory();
  }

  /** Trains the unlearned model, then measures what is left of the names and of everyday text. */
  async runUnlearn(): Promise<void> {
    const settings = $state.snapshot(this.settings);
    await this.unlearn.run(async (signal, onEvent) => {
      await this.#client.run('unlearn', { settings }, { signal, onEvent });
      const measure = (voice: 'baseline' | 'unlearned') =>
        this.#client.run('measure', { settings, voice }, { signal, onEvent });
      return { before: await measure('baseline'), after: await measure('unlearned') };
    });
    await this.#readMemory();
  }

  /** All voices continue one prompt in one batch. */
  async runAsk(prompt: string): Promise<void> {
    const settings = $state.snapshot(this.settings);
    this.answers = speakers.map(() => '');
    const input = { prompts: [prompt], voices: speakers, maxTokens: MAX_TOKENS, settings };
    const write = (event: LabEvent): void => {
      if (event.kind !== 'write') return;
      const latest = (row: number): string | undefined => event.written.find((one) => one.row === row)?.text;
      this.answers = this.answers.map((old, row) => latest(row) ?? old);
    };
    await this.ask.run((signal) => this.#client.run('ask', input, { signal, onEvent: write }));
  }

  /** Moves α of equation 1, also while it writes. */
  moveAlpha(alpha: number): void {
    this.settings.alpha = alpha;
    // A worker that is gone has nothing to move; its job says what happened.
    this.#client.moveAlpha(alpha).catch(() => undefined);
  }

  pause(stage: Stage<unknown>): void {
    stage.paused = true;
    this.#client.pause();
  }

  resume(stage: Stage<unknown>): void {
    stage.paused = false;
    this.#client.resume();
  }

  async #readMemory(): Promise<void> {
    this.memory = await this.#client.memoryBytes().catch(() => 0);
  }
}
