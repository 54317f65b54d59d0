import { expect, test } from 'vitest';
import { explain } from '../base/errors';
import { englishErrors, fail, plainError, rebuildError } from './error-catalogue';

const layers = import.meta.glob<object>('../*/errors.ts', { eager: true });

/** The error that `act` throws. */
function thrown(act: () => never): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test('every code of every layer is in the catalogue, and defined once', () => {
  const codes = Object.values(layers).flatMap((layer) =>
    Object.values(layer).flatMap((value: unknown) =>
      typeof value === 'object' && value !== null ? Object.keys(value) : [],
    ),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.sort()).toEqual(Object.keys(englishErrors).sort());
});

test('an error keeps its message when it crosses threads', () => {
  const error = thrown(() => fail('settings/invalid', { field: 'alpha', expected: 'a number', got: 'NaN' }));
  const plain = plainError(error);
  const rebuilt = plain && rebuildError(structuredClone(plain));
  expect(explain(rebuilt)).toBe(explain(error));
  expect(explain(rebuilt)).toContain('Setting "alpha": expected a number, got NaN. Correct the setting');
  expect(plainError(new Error('of another kind'))).toBeNull();
});

test('names stages by their titles', () => {
  const error = thrown(() => fail('stage/order', { stage: 'unlearn', needs: 'label' }));
  expect(explain(error)).toBe('Unlearn needs the result of Labels. Run Labels first.');
});
