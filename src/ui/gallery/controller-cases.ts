/** Run controllers with the first training in each possible state; none of them starts a worker. */
import { spawnLab } from '../spawn';
import type { Phase } from '../stage.svelte';
import { RunController } from '../run-controller.svelte';

interface ControllerCase {
  readonly name: string;
  readonly controller: RunController;
}

const running = { kind: 'running', since: 0, activity: null } as const satisfies Phase;
const halfway = { done: 60, of: 120, tokens: 61_440 };

function controllerAt(
  phase: Phase,
  arrange: (controller: RunController) => void = () => undefined,
): RunController {
  const controller = new RunController(spawnLab);
  controller.reinforce.phase = phase;
  arrange(controller);
  return controller;
}

export function controllerCases(): ControllerCase[] {
  return [
    { name: 'not loaded', controller: controllerAt({ kind: 'idle' }) },
    { name: 'compiling', controller: controllerAt({ ...running, activity: 'compiling' }) },
    {
      name: 'running',
      controller: controllerAt(running, ({ reinforce }) => {
        reinforce.progress = halfway;
        reinforce.seconds = 20;
      }),
    },
    {
      name: 'paused',
      controller: controllerAt(running, ({ reinforce }) => {
        reinforce.progress = halfway;
        reinforce.paused = true;
      }),
    },
    {
      name: 'running, but the browser keeps nothing',
      controller: controllerAt(running, ({ reinforce }) => {
        reinforce.progress = halfway;
        reinforce.unsaved = true;
      }),
    },
    {
      name: 'done',
      controller: controllerAt({ kind: 'done' }, ({ reinforce }) => {
        reinforce.outcome = { source: 'live', result: undefined, seconds: 41, made: null };
      }),
    },
    { name: 'cancelled', controller: controllerAt({ kind: 'cancelled' }) },
    {
      name: 'gone astray, with a last good state',
      controller: controllerAt({
        kind: 'failed',
        failure: {
          plain: { code: 'train/diverged', params: { step: '70', loss: 'NaN', gradient: 'NaN', good: '60' } },
        },
      }),
    },
  ];
}
