import { expect, test } from 'vitest';
import { connectedFrom } from './connected-page.ts';
import { headersOf } from './headers.ts';

const page = `<html lang="en"><meta content="default-src 'self'; connect-src 'self'; img-src data:"></html>`;

test('the connected page may reach https and this machine, says so, and differs in nothing else', () => {
  const made = connectedFrom(page);
  const free = "connect-src 'self' https: http://localhost:* http://127.0.0.1:*";
  expect(made).toContain(`${free};`);
  expect(made).toContain('<html data-connected lang="en">');
  expect(made.replace(free, "connect-src 'self'").replace(' data-connected', '')).toBe(page);
});

test('likewise where the quotes of its policy are escaped', () => {
  const escaped = page.replaceAll("'self'", '&#39;self&#39;');
  expect(connectedFrom(escaped)).toContain('connect-src &#39;self&#39; https: http://localhost:*');
});

test('a page without a policy is not connected', () => {
  expect(() => connectedFrom('<html lang="en"></html>')).toThrow('connect-src');
});

test('a server sends the policy that allows the network with that page alone', () => {
  const policyOf = (path: string) => headersOf(path)['Content-Security-Policy'];
  expect(policyOf('/connected.html')).toContain('https:');
  for (const path of ['/', '/index.html', '/assets/connected.js', '/worlds/connected.html'])
    expect(policyOf(path)).not.toContain('https:');
});
