/** Opening a model of the user’s: what was picked, what it is, and how far keeping it is. */
import type { RunSettings } from '../../../methods/settings';
import { ownModels } from '../../browser/page-source';
import { Attempt } from '../../kit/attempt.svelte';
import type { Failure } from '../../kit/failure';
import { inspect, type Inspected, type PickedOnDisk } from '../../run/own/inspect';
import { copiedBytes, keepModel } from '../../run/own/keep-model';
import { trainingSeconds, type TimeStep } from '../../run/own/run-time';
import type { OwnModel } from '../../../store/own-models';

export class OwnOpening {
  /** those that are kept */
  models = $state.raw<readonly OwnModel[]>([]);
  /** what was picked last */
  found = $state.raw<Inspected | null>(null);
  readonly #work = new Attempt();
  readonly #measuring = new Attempt();
  doing = $state<'nothing' | 'looking' | 'keeping' | 'measuring'>('nothing');
  /** seconds that the trainings of what was found take on this device; null: not measured */
  seconds = $state<number | null>(null);
  /** share of the bytes that are copied */
  share = $state(0);

  get failure(): Failure | null {
    return this.#work.failure;
  }

  /** Why the seconds could not be measured. */
  get unmeasured(): Failure | null {
    return this.#measuring.failure;
  }

  /** Lists the models that are kept. */
  async list(): Promise<void> {
    await this.#try(async () => {
      this.models = await ownModels().list();
    });
  }

  /** Looks what `picking` gives. */
  async look(picking: Promise<readonly PickedOnDisk[]>, settings: RunSettings): Promise<void> {
    this.found = null;
    this.seconds = null;
    this.#measuring.failure = null;
    this.doing = 'looking';
    await this.#try(async () => {
      const picked = await picking;
      if (picked.length > 0) this.found = await inspect(picked, $state.snapshot(settings));
    });
  }

  /** Keeps what was found. Resolves to it, or to null if it could not be kept. */
  async keep(): Promise<OwnModel | null> {
    const { found } = this;
    if (!found) return null;
    this.doing = 'keeping';
    this.share = 0;
    const all = Math.max(1, copiedBytes(found));
    const isKept = await this.#try((signal) =>
      keepModel(ownModels(), found, { signal, onbytes: (bytes) => (this.share = bytes / all) }),
    );
    if (!isKept) return null;
    this.found = null;
    await this.list();
    return found.model;
  }

  /** Measures how long the trainings of what was found take. */
  async measure(timeStep: TimeStep): Promise<void> {
    const { found } = this;
    if (!found) return;
    this.doing = 'measuring';
    await this.#measuring.run(async (signal) => {
      const step = await timeStep(found.config, found.settings, signal);
      this.seconds = trainingSeconds(step, found.settings);
    });
    this.doing = 'nothing';
  }

  cancel(): void {
    this.#work.cancel();
    this.#measuring.cancel();
  }

  async remove(model: OwnModel): Promise<void> {
    if (await this.#try(() => ownModels().remove(model))) await this.list();
  }

  async #try(act: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const isDone = await this.#work.run(act);
    this.doing = 'nothing';
    return isDone;
  }
}
