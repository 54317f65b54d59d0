import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from './idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a visitor has left when nothing was touched for long enough', () => {
  const left = vi.fn();
  whenIdle(left, 1000);
  vi.advanceTimersByTime(900);
  dispatchEvent(new Event('pointerdown'));
  vi.advanceTimersByTime(900);
  expect(left).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(5000);
  expect(left).toHaveBeenCalledOnce();
});

test('nothing is noticed after the end', () => {
  const left = vi.fn();
  whenIdle(left, 1000)();
  vi.advanceTimersByTime(5000);
  expect(left).not.toHaveBeenCalled();
});
