/** Workbenches whose first training stands in every way it can; none of them ever starts a worker. */
import { spawnLab } from '../spawn';
import type { Phase } from '../stage.svelte';
import { Workbench } from '../workbench.svelte';

interface BenchCase {
  readonly name: string;
  readonly bench: Workbench;
}

const running = { kind: 'running', since: 0, note: '' } as const satisfies Phase;
const halfway = { done: 60, of: 120, tokens: 61_440 };

function benchAt(phase: Phase, arrange: (bench: Workbench) => void = () => undefined): Workbench {
  const bench = new Workbench(spawnLab);
  bench.reinforce.phase = phase;
  arrange(bench);
  return bench;
}

export function benchCases(): BenchCase[] {
  return [
    { name: 'not loaded', bench: benchAt({ kind: 'idle' }) },
    { name: 'compiling', bench: benchAt({ ...running, note: 'compiling' }) },
    {
      name: 'running',
      bench: benchAt(running, ({ reinforce }) => {
        reinforce.progress = halfway;
        reinforce.seconds = 20;
      }),
    },
    {
      name: 'paused',
      bench: benchAt(running, ({ reinforce }) => {
        reinforce.progress = halfway;
        reinforce.paused = true;
      }),
    },
    {
      name: 'running, but the browser keeps nothing',
      bench: benchAt(running, ({ reinforce }) => {
        reinforce.progress = halfway;
        reinforce.unkept = true;
      }),
    },
    {
      name: 'done',
      bench: benchAt({ kind: 'done' }, ({ reinforce }) => {
        reinforce.outcome = { source: 'live', result: undefined, seconds: 41, basis: {} };
      }),
    },
    { name: 'cancelled', bench: benchAt({ kind: 'cancelled' }) },
    {
      name: 'gone astray, with a last good state',
      bench: benchAt({
        kind: 'failed',
        failure: {
          plain: { code: 'train/diverged', params: { step: '70', loss: 'NaN', gradient: 'NaN', good: '60' } },
        },
      }),
    },
  ];
}
