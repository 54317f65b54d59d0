import { expect, test } from 'vitest';
import { checkedAddress } from './address';
import { admittingLine, localServers } from './presets';

const PAGE = 'https://lethe.example';

test('an address is taken without slashes at its end', () => {
  expect(checkedAddress(' http://localhost:8080/v1// ', PAGE)).toBe('http://localhost:8080/v1');
  expect(checkedAddress('https://api.example.org/v1', PAGE)).toBe('https://api.example.org/v1');
});

test.each([
  '',
  'localhost:8080',
  'ftp://localhost/',
  'https://a:b@c.d/v1',
  'https://a.b/v1?x=1',
  'https://a.b/#c',
])('%j is no address of a language model', (typed) =>
  expect(() => checkedAddress(typed, PAGE)).toThrow(/is not the address/),
);

test('plain http to another computer is refused in the page, and not in Node', () => {
  const far = 'http://192.168.1.7:8080/v1';
  expect(() => checkedAddress(far, PAGE)).toThrow(/192\.168\.1\.7:8080/);
  expect(() => checkedAddress(far, 'http://192.168.1.5')).toThrow(/plain http/);
  expect(checkedAddress(far, 'http://192.168.1.7:8080')).toBe(far);
  expect(checkedAddress(far, null)).toBe(far);
});

test('the address of every local server is one, and its line admits the page', () => {
  for (const server of Object.values(localServers))
    expect(checkedAddress(server.address, PAGE)).toBe(server.address);
  expect(admittingLine('', 'llamaCpp', PAGE)).toContain(`--cors-origins ${PAGE}`);
  // Two servers have this address by default: both lines are given.
  expect(admittingLine('http://localhost:8000/v1', null, PAGE)).toMatch(/vllm serve .* · transformers serve/);
});
