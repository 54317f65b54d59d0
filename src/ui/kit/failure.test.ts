import { expect, test } from 'vitest';
import { toFailure } from './failure';

test('of a long message that is in no catalogue, which may quote a file, the beginning is shown', () => {
  const failure = toFailure(new TypeError(`not a number: ${'9'.repeat(100_000)}`));
  expect(failure).toEqual({ plain: null, message: `not a number: ${'9'.repeat(185)}…` });
});
