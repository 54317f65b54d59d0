import { expect, test } from 'vitest';
import { input, mul } from '../graph/build';
import { graph } from '../graph/graph';
import type { Device, Weights } from '../runtime/device';
import { openNative } from '../runtime/node';
import { Sessions } from './sessions';

const weights: Weights = { tensors: new Map(), release: () => undefined };
const x = input('x', 'f32', [256]); // 1 KiB
const square = () => graph({ x }, { y: mul(x, x) });
const feeds = { x: { shape: [256], data: new Float32Array(256).fill(3) } };

/** A device that counts what it compiles. */
function counting(): { readonly device: Device; readonly compiled: () => number } {
  const device = openNative(1);
  let count = 0;
  const compile: Device['compile'] = (...input) => {
    count++;
    return device.compile(...input);
  };
  return { device: { ...device, compile }, compiled: () => count };
}

test('a graph is compiled once, also when two ask for it at the same time', async () => {
  const { device, compiled } = counting();
  const sessions = new Sessions(device, weights, 2 ** 20);
  await Promise.all([sessions.compiled('a', square, {}), sessions.compiled('a', square, {})]);
  expect(compiled()).toBe(1);
});

test('the least recently used makes room, and still runs: it is compiled again', async () => {
  const { device, compiled } = counting();
  const sessions = new Sessions(device, weights, 2 * 1024);
  const a = await sessions.compiled('a', square, {});
  const b = await sessions.compiled('b', square, {});
  await a.run(feeds);
  await sessions.compiled('c', square, {}); // b was not run since a
  expect(sessions.bytes).toBeLessThanOrEqual(2 * 1024);
  expect(compiled()).toBe(3);
  await a.run(feeds);
  expect(compiled()).toBe(3);
  const { y } = await b.run(feeds);
  expect(compiled()).toBe(4);
  expect((await y.read())[0]).toBe(9);
});

test('what was compiled since can be released, and nothing else', async () => {
  const { device, compiled } = counting();
  const sessions = new Sessions(device, weights, 2 ** 20);
  const a = await sessions.compiled('a', square, {});
  const release = sessions.since();
  const b = await sessions.compiled('b', square, {});
  await a.run(feeds);
  await b.run(feeds);
  const both = sessions.bytes;
  await release();
  expect(sessions.bytes).toBe(both / 2);
  await a.run(feeds);
  expect(compiled()).toBe(2);
  await b.run(feeds);
  expect(compiled()).toBe(3);
});

test('a graph that is running is not released', async () => {
  const { device } = counting();
  const sessions = new Sessions(device, weights, 1024);
  const a = await sessions.compiled('a', square, {});
  const running = a.run(feeds);
  await sessions.compiled('b', square, {});
  expect((await (await running).y.read())[0]).toBe(9);
});

test('one that failed to compile can be tried again', async () => {
  const { device } = counting();
  let isBroken = true;
  const broken: Device = {
    ...device,
    compile: (...input) => (isBroken ? Promise.reject(new Error('no memory')) : device.compile(...input)),
  };
  const sessions = new Sessions(broken, weights, 2 ** 20);
  await expect(sessions.compiled('a', square, {})).rejects.toThrow('no memory');
  isBroken = false;
  const { y } = await (await sessions.compiled('a', square, {})).run(feeds);
  expect((await y.read())[0]).toBe(9);
});
