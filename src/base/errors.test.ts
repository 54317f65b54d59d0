import { expect, test } from 'vitest';
import { explain, fail, LetheError } from './errors';

test('an error says what was expected, what came and what to try, and can be rebuilt from plain data', () => {
  const thrown = (() => {
    try {
      return fail('settings/invalid', { field: 'alpha', expected: 'a number', got: 'NaN' });
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(LetheError);
  const { code, params } = thrown as LetheError;
  const rebuilt = new LetheError(structuredClone({ code, params }));
  expect(explain(rebuilt)).toBe(explain(thrown));
  expect(explain(thrown)).toContain('Setting "alpha": expected a number, got NaN. Correct the setting');
});
