import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../bridge/client';
import { RunState } from './run-state.svelte';
import { Running } from './running.svelte';

test('an interrupted run is offered once its model is known, and continuing it loads that model', async () => {
  const state = new RunState();
  state.until = 'reinforce';
  const reload = vi.fn(() => Promise.resolve(false));
  const loading = { load: vi.fn(), reload, readMemory: vi.fn() };
  const client = { run: vi.fn<LabClient['run']>(), stream: vi.fn<LabClient['stream']>() };
  const running = new Running(state, client, loading);
  expect(running.interrupted).toBeNull();
  state.entry = { title: 'a model', model: 'm', world: 'w', bytes: 1 };
  expect(running.interrupted).toBe('reinforce');
  await running.continueRun('reinforce');
  expect(reload).toHaveBeenCalledOnce();
});
