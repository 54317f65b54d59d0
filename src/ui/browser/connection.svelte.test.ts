import { expect, test } from 'vitest';
import { otherHosts } from './connection';

test('every other host is listed once, and neither the page’s own nor what is no request', () => {
  const { origin } = location;
  const addresses = [
    `${origin}/models.json`,
    'https://hub.example/a',
    'data:,x',
    'blob:x',
    'https://hub.example/b',
  ];
  expect(otherHosts([], addresses)).toEqual(['hub.example']);
  expect(otherHosts(['hub.example'], ['http://localhost:99/'])).toEqual(['hub.example', 'localhost:99']);
});
