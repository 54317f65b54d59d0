import { expect, test } from 'vitest';
import { isConnected } from './connected';

test('only the second entry is connected', () => {
  const at = (path: string): boolean => isConnected(new URL(path, 'https://here.example/lethe/'));
  expect(['connected.html', './connected.html?demo#/lab', '/connected.html'].map(at)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['', 'index.html', '?connected.html', '#/connected.html', 'connected.html/'].map(at)).toEqual([false, false, false, false, false]); // prettier-ignore
});
