/** Opening a model of the user’s: what was picked, what it is, and how far keeping it is. */
import type { RunSettings } from '../../../methods/settings';
import { ownModels } from '../../browser/page-source';
import { toFailure, type Failure } from '../../kit/failure';
import { inspect, type Inspected, type PickedOnDisk } from '../../run/own/inspect';
import { copiedBytes, keepModel } from '../../run/own/keep-model';
import { trainingSeconds, type TimeStep } from '../../run/own/run-time';
import type { OwnModel } from '../../../store/own-models';

export class OwnOpening {
  /** those that are kept */
  models = $state.raw<readonly OwnModel[]>([]);
  /** what was picked last */
  found = $state.raw<Inspected | null>(null);
  failure = $state.raw<Failure | null>(null);
  doing = $state<'nothing' | 'looking' | 'keeping' | 'measuring'>('nothing');
  /** seconds that the trainings of what was found take on this device; null: not measured */
  seconds = $state<number | null>(null);
  /** why they could not be measured */
  unmeasured = $state.raw<Failure | null>(null);
  /** share of the bytes that are copied */
  share = $state(0);
  #cancel = new AbortController();

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
    this.unmeasured = null;
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
    this.#cancel = new AbortController();
    const { signal } = this.#cancel;
    const isKept = await this.#try(() =>
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
    this.unmeasured = null;
    this.#cancel = new AbortController();
    const { signal } = this.#cancel;
    try {
      const step = await timeStep(found.config, found.settings, signal);
      this.seconds = trainingSeconds(step, found.settings);
    } catch (error) {
      if (!signal.aborted) this.unmeasured = toFailure(error);
    } finally {
      this.doing = 'nothing';
    }
  }

  cancel(): void {
    this.#cancel.abort();
  }

  async remove(model: OwnModel): Promise<void> {
    await this.#try(() => ownModels().remove(model));
    await this.list();
  }

  /** Whether it succeeded; `failure` says why not, unless the user cancelled it. */
  async #try(act: () => Promise<void>): Promise<boolean> {
    this.failure = null;
    try {
      await act();
      return true;
    } catch (error) {
      if (!this.#cancel.signal.aborted) this.failure = toFailure(error);
      return false;
    } finally {
      this.doing = 'nothing';
    }
  }
}
