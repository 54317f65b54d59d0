import { expect, test } from 'vitest';
import { siteName } from './site';

test('a copy is named by its folder, however its page is addressed', () => {
  const addresses = ['', 'index.html', '?demo', '#v=1'].map((end) => `https://here.example/a/b/${end}`);
  expect(new Set(addresses.map(siteName))).toEqual(new Set(['lethe/a/b/']));
  expect(siteName('https://here.example/')).toBe('lethe/');
});
