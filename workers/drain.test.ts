import { expect, test } from 'vitest';
import { PauseGate } from '../src/base/pause-gate';
import type { LabEvent } from '../src/lab/events';
import { drain } from './drain';

const note = (): LabEvent => ({ kind: 'activity', activity: 'scoring' });
const block = (at: number): LabEvent => ({ kind: 'label', block: at, blocks: 9 });
const checkpoint: LabEvent = { kind: 'checkpoint', step: 1, isSaved: true };

async function* steps(n: number, log: string[] = []): AsyncGenerator<LabEvent, string> {
  for (let i = 0; i < n; i++) {
    await Promise.resolve();
    log.push(`step ${i}`);
    yield block(i);
  }
  return 'result';
}

test('passes on every event, in few messages, and returns the result', async () => {
  const messages: number[] = [];
  const result = await drain(steps(50), new PauseGate(), (events) => messages.push(events.length));
  expect(result).toBe('result');
  expect(messages.reduce((a, b) => a + b)).toBe(50);
  expect(messages.length).toBeLessThan(50);
});

test('sends pending events even if the job fails', async () => {
  let seen = 0;
  const failing = (async function* () {
    yield note();
    await Promise.resolve();
    throw new Error('broken');
  })();
  await expect(drain(failing, new PauseGate(), (events) => (seen += events.length))).rejects.toThrow(
    'broken',
  );
  expect(seen).toBe(1);
});

test('lets other messages in between steps', async () => {
  const log: string[] = [];
  setTimeout(() => log.push('message'), 0);
  await drain(steps(500, log), new PauseGate(), () => undefined);
  expect(log.indexOf('message')).toBeLessThan(500);
});

test('a closed gate pauses the job until it is opened', async () => {
  const gate = new PauseGate();
  const log: string[] = [];
  gate.pause();
  const job = drain(steps(3, log), gate, () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(log).toEqual(['step 0']);
  gate.resume();
  await expect(job).resolves.toBe('result');
});

test('a paused job takes one step at a time', async () => {
  const gate = new PauseGate();
  const log: string[] = [];
  gate.pause();
  const job = drain(steps(4, log), gate, () => undefined);
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
  await wait();
  gate.step();
  await wait();
  expect(log).toEqual(['step 0', 'step 1']);
  gate.step();
  await wait();
  expect(log).toEqual(['step 0', 'step 1', 'step 2']);
  gate.resume();
  await expect(job).resolves.toBe('result');
});

test('only events of work count as steps', async () => {
  const gate = new PauseGate();
  const seen: string[] = [];
  const job = drain(
    (async function* () {
      await Promise.resolve();
      yield* [block(1), checkpoint, block(2), checkpoint, block(3)];
    })(),
    gate,
    (events) => seen.push(...events.map((event) => (event.kind === 'label' ? `${event.block}` : event.kind))),
  );
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
  gate.pause();
  await wait();
  expect(seen).toEqual(['1']);
  gate.step();
  await wait();
  expect(seen).toEqual(['1', 'checkpoint', '2']); // sent before the gate, although the interval has not passed
  gate.resume();
  await job;
});
