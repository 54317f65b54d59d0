import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, queryOf, routeOf } from './hash';
import { placeOf, routes } from './places';

describe('the hash', () => {
  test('comes back as it went', () => {
    const queries = fc.constantFrom('', 'v=1&alpha=2', 'v=1&hide=ask');
    fc.assert(
      fc.property(fc.constantFrom(...routes), queries, (route, query) => {
        const hash = hashOf(route, query);
        expect([routeOf(hash), queryOf(hash)]).toEqual([route, query]);
      }),
    );
  });

  test('of version 0.2 leads to the lab with its settings, and none at all to the first place', () => {
    expect([routeOf('#v=1&alpha=2'), queryOf('#v=1&alpha=2')]).toEqual(['lab/text', 'v=1&alpha=2']);
    expect([routeOf(''), queryOf('')]).toEqual(['see', '']);
    expect([routeOf('#'), queryOf('#')]).toEqual(['see', '']);
  });

  test('of the lab alone is its first stage, and an unknown one is the first place', () => {
    expect(routeOf('#/lab')).toBe('lab/text');
    expect(routeOf('#/nowhere')).toBe('see');
    expect(placeOf('lab/label')).toBe('lab');
  });
});
