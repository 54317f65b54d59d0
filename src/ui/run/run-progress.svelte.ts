/** Progress of a run of several stages. */
import type { RunEvent } from '../../lab/run-to';
import { overall, type Overall, type Planned } from './overall';
import type { StageName } from '../../pipeline/stage';
import type { StepProgress } from './stage.svelte';

interface Plan {
  readonly stages: readonly StageName[];
  readonly at: number;
  readonly since: number;
}

export class RunProgress {
  #plan = $state.raw<Plan | null>(null);

  follow(event: RunEvent): void {
    if (event.kind === 'recovering') this.#plan = null;
    if (event.kind !== 'stage') return;
    const before = this.#plan?.stages.slice(0, this.#plan.at + 1) ?? [];
    const stages = [...before.filter((name) => name !== event.stage), event.stage, ...event.ahead];
    const since = this.#plan?.since ?? performance.now();
    if (stages.length > 1) this.#plan = { stages, at: stages.indexOf(event.stage), since };
  }

  end(): void {
    this.#plan = null;
  }

  /** Null while no run, or a run of a single stage, is active. */
  overall(progressOf: (stage: StageName) => StepProgress | null, planned: Planned): Overall | null {
    const plan = this.#plan;
    const stage = plan?.stages[plan.at];
    if (!plan || !stage) return null;
    const progress = progressOf(stage);
    const share = progress ? progress.done / progress.of : 0;
    return overall(plan.stages, plan.at, share, (performance.now() - plan.since) / 1000, planned);
  }
}
