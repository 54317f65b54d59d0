import { expect, test } from 'vitest';
import type { Range } from './align';
import { windowsOf } from './windows';

/** A piece for every two characters of a word. */
function pieces(text: string): Range[] {
  return [...text.matchAll(/\p{L}{1,2}|\S/gu)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

const text = Array.from({ length: 60 }, (_, i) => (i % 7 === 0 ? 'Maelis Quill' : 'walked')).join(' ');

test('a short text is one window, which speaks for all of it', () => {
  expect(windowsOf('Mira ran', pieces('Mira ran'), 10, 2)).toEqual([{ start: 0, end: 8, from: 0, to: 8 }]);
});

test('windows are no longer than they may be, begin and end with words, and overlap', () => {
  const places = pieces(text);
  const windows = windowsOf(text, places, 20, 6);
  expect(windows.length).toBeGreaterThan(5);
  for (const [i, { start, end }] of windows.entries()) {
    expect(places.filter((one) => one.start >= start && one.end <= end).length).toBeLessThanOrEqual(20);
    expect(text.slice(start - 1, start).trim()).toBe('');
    expect(text.slice(end, end + 1).trim()).toBe('');
    if (i > 0) expect(start).toBeLessThan(windows[i - 1]?.end ?? 0);
  }
});

test('each part of the text has one window that speaks for it, and sees it', () => {
  const windows = windowsOf(text, pieces(text), 20, 6);
  expect(windows[0]?.from).toBe(0);
  expect(windows.at(-1)?.to).toBe(text.length);
  for (const [i, { start, end, from, to }] of windows.entries()) {
    expect(from).toBe(i === 0 ? 0 : windows[i - 1]?.to);
    expect(from).toBeGreaterThanOrEqual(start);
    expect(to).toBeLessThanOrEqual(Math.max(end, i === windows.length - 1 ? text.length : 0));
    expect(text.slice(from - 1, from).trim()).toBe('');
  }
});

test('Chinese is cut between characters, and a word longer than a window within it', () => {
  const chinese = '张伟说我们明天去东湖王小明笑了'.repeat(5);
  const windows = windowsOf(chinese, pieces(chinese), 12, 4);
  expect(windows.at(-1)?.end).toBe(chinese.length);
  const long = 'x'.repeat(200);
  const parts = windowsOf(long, pieces(long), 12, 4);
  expect(parts.at(-1)?.to).toBe(200);
  expect(parts.length).toBeGreaterThan(8);
});

test('a text without pieces is one window', () => {
  expect(windowsOf('  ', [], 8, 2)).toEqual([{ start: 0, end: 2, from: 0, to: 2 }]);
});
