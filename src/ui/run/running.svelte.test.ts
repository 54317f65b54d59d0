import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../bridge/client';
import { RunState } from './run-state.svelte';
import { Running } from './running.svelte';

test('a second click while a run begins starts no other run', async () => {
  const state = new RunState();
  state.isLost = true;
  let loaded: (isLoaded: boolean) => void = () => undefined;
  const reload = vi.fn(() => new Promise<boolean>((resolve) => (loaded = resolve)));
  const loading = { load: vi.fn(), reload, readMemory: vi.fn() };
  const client = { run: vi.fn<LabClient['run']>(), stream: vi.fn<LabClient['stream']>() };
  const running = new Running(state, client, loading);
  const first = running.run('reinforce');
  expect(state.busy).toBe(true);
  await running.run('reinforce');
  expect(reload).toHaveBeenCalledOnce();
  loaded(false);
  await first;
  expect(state.busy).toBe(false);
});

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
