import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LayeredMap } from './layered-map';

test('it holds what a Map with the same changes holds, and earlier versions stay as they were', () => {
  const change = fc.tuple(fc.nat(400), fc.option(fc.nat(), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 20 }), (steps) => {
      let layered = LayeredMap.of<number, number>();
      const plain = new Map<number, number>();
      const versions: [LayeredMap<number, number>, Map<number, number>][] = [];
      for (const step of steps) {
        layered = layered.with(step);
        for (const [key, value] of step)
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        versions.push([layered, new Map(plain)]);
      }
      for (const [version, expected] of versions) {
        expect(new Map(version)).toEqual(expected);
        expect(version.size).toBe(expected.size);
        for (const key of expected.keys()) expect(version.get(key)).toBe(expected.get(key));
      }
    }),
  );
});

test('a key keeps its place when it is removed and set again', () => {
  const map = LayeredMap.of<string, number>([['a', 1], ['b', 2]]).with([['a', undefined]]); // prettier-ignore
  expect([...map]).toEqual([['b', 2]]);
  expect([...map.with([['a', 3]])]).toEqual([['a', 3], ['b', 2]]); // prettier-ignore
});
