/**
 * The page's run: its state, and the actions on it, by idea. Only App.svelte and stages/Screen.svelte have all of it;
 * components get the values that they show and report what the user does (eslint.config.js keeps the list).
 */
import { LabClient } from '../../bridge/client';
import type { Place } from '../../store/project-store';
import { part } from '../browser/lazy/part';
import type { Opener } from './ask/opener';
import { Inputs } from './inputs';
import { Loading } from './loading';
import { Pausing } from './pausing';
import type { TimeStep } from './own/run-time';
import type { Prompting } from './prompting';
import { RunState } from './run-state.svelte';
import type { Saving } from './saving/saving';
import { Running } from './running.svelte';

const prompts = part(() => import('./prompting'));
const openers = part(() => import('./ask/opener'));
const saves = part(() => import('./saving/saving'));

export class RunController {
  readonly state = new RunState();
  readonly loading: Loading;
  readonly inputs: Inputs;
  readonly running: Running;
  readonly pausing: Pausing;
  /** Sends prompts; fetched when the first is sent. @throws LetheError file/part-missing */
  readonly prompting: () => Promise<Prompting>;
  /** Saves the model; fetched when it is first asked for. @throws LetheError file/part-missing */
  readonly saving: () => Promise<Saving>;
  /** Opens adapters; fetched when one is first opened. @throws LetheError file/part-missing */
  readonly opener: () => Promise<Opener>;
  /** How long a training step of a model takes, before it is loaded. */
  readonly timeStep: TimeStep;
  readonly #client: LabClient;

  /** `spawn` starts the worker, when the first job needs it. */
  constructor(spawn: () => Worker) {
    const { state } = this;
    const client = new LabClient({
      spawn,
      onWorkerLost: () => (state.isLost = true),
      onStoreHealth: (health) => state.hearStore(health),
    });
    this.#client = client;
    this.timeStep = (config, settings, signal) => client.run('timeStep', { config, settings }, { signal });
    this.loading = new Loading(state, client);
    this.inputs = new Inputs(state, client, this.loading);
    this.running = new Running(state, client, this.loading);
    this.pausing = new Pausing(state, client);
    this.opener = async () => {
      const { Opener, ownAdapters } = await openers();
      return new Opener(state, client, ownAdapters());
    };
    this.saving = async () => {
      const { Saving } = await saves();
      return new Saving(state, client);
    };
    let prompting: Prompting | null = null;
    this.prompting = async () => {
      const { Prompting } = await prompts();
      return (prompting ??= new Prompting(state, client, this.loading));
    };
  }

  /** Where the run is saved from now on; null: nowhere. */
  setStore(place: Place | null): void {
    this.#client.setStore(place);
  }

  /** Ends all work, and saves nothing from now on. */
  end(): void {
    this.setStore(null);
    this.#client.close();
  }
}
