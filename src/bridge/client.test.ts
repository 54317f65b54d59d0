/** Every promise of the client settles, whatever becomes of the worker. */
import * as Comlink from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../base/limits';
import { LabClient } from './client';
import type { JobOutcome, PageWorker } from './live-worker';
import type { LabService } from './service';

const lost = vi.fn();

beforeEach(() => {
  lost.mockClear();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A worker that takes every message and does nothing. */
const silent = (): PageWorker => ({
  postMessage: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  terminate: () => undefined,
});

/** A worker that starts, and whose jobs never end, unless they end with this. */
function busy(start: LabService['start'], outcome?: JobOutcome<unknown>): PageWorker {
  const { port1, port2 } = new MessageChannel();
  const service = {
    start,
    setStore: () => undefined,
    watchStore: () => undefined,
    run: () => (outcome ? Promise.resolve(outcome) : new Promise(() => undefined)),
    cancel: () => undefined,
  };
  Comlink.expose(service, port2);
  port1.start();
  return Object.assign(port1, {
    terminate() {
      port1.close();
      port2.close();
    },
  });
}

const started = (worker: PageWorker) => {
  const client = new LabClient({ spawn: () => worker, onWorkerLost: lost, onStoreHealth: () => undefined });
  const cancel = new AbortController();
  const job = client.run('restore', {}, { signal: cancel.signal }).catch((error: unknown) => error);
  return { job, cancel };
};

test('a worker that does not start is given up after the limit', async () => {
  const { job } = started(silent());
  await vi.advanceTimersByTimeAsync(limits.workerStart - 1);
  expect(lost).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await job).toMatchObject({ code: 'worker/silent', params: { seconds: '60' } });
  expect(lost).toHaveBeenCalledOnce();
});

test('a worker that starts in time may be busy for as long as it likes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const worker = busy(() => Promise.resolve(null));
  started(worker);
  expect(vi.getTimerCount()).toBe(1);
  while (vi.getTimerCount() > 0) await new Promise((resolve) => setImmediate(resolve)); // until it answered
  await vi.advanceTimersByTimeAsync(100 * limits.workerStart);
  expect(lost).not.toHaveBeenCalled();
  worker.terminate();
});

test('a worker that the browser ends without an event is noticed by its lock', async () => {
  vi.useRealTimers();
  let end = (): void => undefined;
  const freed = new Promise<void>((resolve) => (end = resolve));
  vi.stubGlobal('navigator', { locks: { request: () => freed } });
  const { job } = started(busy(() => Promise.resolve('lock')));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lost).not.toHaveBeenCalled();
  end();
  expect(await job).toMatchObject({ code: 'worker/vanished' });
  expect(lost).toHaveBeenCalledOnce();
});

test('without locks, a worker that the browser ends without an event is noticed by its pulse', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const pulses: MessagePort[] = [];
  const worker = busy((_, port) => {
    pulses.push(port);
    return Promise.resolve('pulse');
  });
  const { job } = started(worker);
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  await expect.poll(() => vi.getTimerCount()).toBe(1);
  for (let beat = 0; beat < 50; beat++) {
    pulses[0]?.postMessage(null);
    await turns();
    await vi.advanceTimersByTimeAsync(limits.pulse / 2);
  }
  expect(lost).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(limits.pulse);
  expect(await job).toMatchObject({ code: 'worker/vanished' });
  expect(lost).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('a job whose runtime did not start its threads runs once more, in another worker', async () => {
  vi.useRealTimers();
  const error = { code: 'runtime/threads-silent', params: { seconds: '90' } } as const;
  const failing = (): PageWorker => busy(() => Promise.resolve('lock'), { kind: 'failed', error });
  const well = (): PageWorker => busy(() => Promise.resolve('lock'), { kind: 'done', result: null });
  const outcomes = [failing, well, failing, failing];
  const spawn = vi.fn(() => (outcomes.shift() ?? well)());
  const client = new LabClient({ spawn, onWorkerLost: lost, onStoreHealth: () => undefined });
  expect(await client.run('restore', {})).toBeNull();
  expect(spawn).toHaveBeenCalledTimes(2);
  expect(lost).not.toHaveBeenCalled();
  client.close();
  await expect(client.run('restore', {})).rejects.toMatchObject(error); // not for ever
  expect(spawn).toHaveBeenCalledTimes(4);
  expect(lost).toHaveBeenCalledOnce();
});

test('a cancelled job that does not stop is given up after the limit', async () => {
  const { job, cancel } = started(silent());
  cancel.abort();
  await vi.advanceTimersByTimeAsync(limits.cancel);
  expect(await job).toMatchObject({ code: 'worker/stopped' });
});
