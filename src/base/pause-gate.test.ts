import { expect, test } from 'vitest';
import { PauseGate } from './pause-gate';

const never = new AbortController().signal;
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a task runs between two steps, and the job waits for it', async () => {
  const gate = new PauseGate();
  const log: string[] = [];
  const answer = gate.between(async () => {
    await soon();
    log.push('task');
    return 7;
  }, never);
  expect(gate.holds).toBe(true);
  await gate.pass();
  log.push('step');
  expect(await answer).toBe(7);
  expect(log).toEqual(['task', 'step']);
  expect(gate.holds).toBe(false);
});

test('a task runs while the job is paused, which stays paused', async () => {
  const gate = new PauseGate();
  const log: string[] = [];
  gate.pause();
  const passed = gate.pass().then(() => log.push('step'));
  await soon();
  expect(await gate.between(() => Promise.resolve('answer'), never)).toBe('answer');
  await soon();
  expect(log).toEqual([]);
  gate.resume();
  await passed;
  expect(log).toEqual(['step']);
});

test('one step at a time, as without tasks', async () => {
  const gate = new PauseGate();
  gate.pause();
  const first = gate.pass();
  gate.step();
  await first;
  let passed = false;
  const second = gate.pass().then(() => (passed = true));
  await soon();
  expect(passed).toBe(false);
  gate.resume();
  await second;
});

test('a task whose signal aborts is dropped at once; one that fails fails alone', async () => {
  const gate = new PauseGate();
  const cancel = new AbortController();
  let ran = false;
  const dropped = gate.between(() => Promise.resolve((ran = true)), cancel.signal);
  cancel.abort(new Error('cancelled'));
  await expect(dropped).rejects.toThrow('cancelled');
  const failing = gate.between(() => Promise.reject(new Error('broken')), never);
  const checked = expect(failing).rejects.toThrow('broken');
  await gate.pass();
  await checked;
  expect(ran).toBe(false);
});
