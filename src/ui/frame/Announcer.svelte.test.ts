import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Phase } from '../run/stage.svelte';
import Announcer from './Announcer.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const idle = { phase: { kind: 'idle' } } as const;
const done = { phase: { kind: 'done' } } as const;
const running = (activity: 'compiling' | null = null) => ({
  phase: { kind: 'running', since: 0, activity } satisfies Phase,
});
const none = { read: idle, reinforce: idle, label: idle, unlearn: idle, evaluate: idle };
const said = () => screen.getByRole('status').textContent;

test('says the stages as they change, not their steps, and the end of the run', async () => {
  const { rerender } = render(Announcer, { stages: none, ending: null });
  vi.advanceTimersByTime(1000);
  expect(said()).toBe('');
  await rerender({ stages: { ...none, reinforce: running('compiling') } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(said()).toBe('Reinforce begins.');
  await rerender({ stages: { ...none, reinforce: running() } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(said()).toBe('Reinforce begins.');
  await rerender({ stages: { ...none, reinforce: done } });
  await rerender({ stages: { ...none, reinforce: done, label: running() } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(said()).toBe('Reinforce: done Labels begins.');
  await rerender({ stages: { ...none, reinforce: done, label: done }, ending: { kind: 'complete' } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(said()).toBe('Labels: done The run is complete.');
});
