import { expect, expectTypeOf, test } from 'vitest';
import { v } from '../base/schema';
import { defaultsOf, nearest, schemaOf, withChanges, withinBounds, withNumbers } from './check';
import { choice, decimal, integer, subset, toggle, type ValuesOf } from './field';
import { leavesOf, valueAt, withValue, type LeafName } from './leaves';

const fields = {
  seed: integer({ min: 0, max: 9, step: 1, default: 1 }),
  space: choice(['raw', 'logprob'], 'raw'),
  training: { rate: decimal({ min: 0, max: 0.5, step: 0.1, default: 0.1 }), isOn: toggle(true) },
  targets: subset(['q', 'v'], ['q']),
  empty: {},
} as const;
const values: ValuesOf<typeof fields> = {
  seed: 1,
  space: 'raw',
  training: { rate: 0.1, isOn: true },
  targets: ['q'],
};

test('defaults and types follow from the fields; a group without members has no value', () => {
  expect(defaultsOf(fields)).toEqual(values);
  expectTypeOf<ValuesOf<typeof fields>>().toEqualTypeOf<{
    seed: number;
    space: 'raw' | 'logprob';
    training: { rate: number; isOn: boolean };
    targets: ('q' | 'v')[];
  }>();
  expectTypeOf<LeafName<typeof fields>>().toEqualTypeOf<
    'seed' | 'space' | 'trainingRate' | 'trainingIsOn' | 'targets'
  >();
});

test('two sets of defaults share nothing', () => {
  defaultsOf(fields).targets.push('v');
  expect(defaultsOf(fields).targets).toEqual(['q']);
});

test('values outside the bounds, of other names or of another kind are refused, missing ones are defaults', () => {
  const parse = (data: unknown): unknown => v.parse(schemaOf(fields), data);
  expect(parse({ seed: 9, training: { rate: 0.5 } })).toEqual({
    ...values,
    seed: 9,
    training: { rate: 0.5, isOn: true },
  });
  for (const wrong of [
    { seed: 10 },
    { seed: 1.5 },
    { seed: '1' },
    { training: { rate: Number.NaN } },
    { training: { rate: 0.6 } },
    { space: 'log' },
    { targets: [] },
    { targets: ['k'] },
    null,
  ])
    expect(() => parse(wrong), JSON.stringify(wrong)).toThrow();
});

test('numbers are brought to the nearest valid one, whole where they must be', () => {
  expect(nearest(fields.seed, 3.6)).toBe(4);
  expect(nearest(fields.seed, -2)).toBe(0);
  expect(withinBounds(fields, { ...values, seed: 100, training: { rate: 7, isOn: false } })).toEqual({
    ...values,
    seed: 9,
    training: { rate: 0.5, isOn: false },
  });
});

test('the default takes the place of a number that is none, or not whole where it must be', () => {
  const typed = { ...values, seed: 3.5, training: { rate: Number.NaN, isOn: false } };
  expect(withNumbers(fields, typed)).toEqual({ ...values, seed: 1, training: { rate: 0.1, isOn: false } });
  expect(withNumbers(fields, values)).toEqual(values);
});

test('each single setting has one name and one place', () => {
  expect(leavesOf(fields).map(({ name, path }) => [name, ...path])).toEqual([
    ['seed', 'seed'],
    ['space', 'space'],
    ['trainingRate', 'training', 'rate'],
    ['trainingIsOn', 'training', 'isOn'],
    ['targets', 'targets'],
  ]);
  const path = ['training', 'rate'] as const;
  expect(valueAt(values, path)).toBe(0.1);
  expect(withValue(values, path, 0.3)).toEqual({ ...values, training: { rate: 0.3, isOn: true } });
  expect(values.training.rate).toBe(0.1);
});

test('changes of a group leave its other members', () => {
  expect(withChanges(values, { seed: 2, training: { rate: 0.2 }, targets: ['v'] })).toEqual({
    ...values,
    seed: 2,
    training: { rate: 0.2, isOn: true },
    targets: ['v'],
  });
});
