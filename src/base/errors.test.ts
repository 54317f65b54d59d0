import { expect, test } from 'vitest';
import { describeError, explain, failWith, hasCode, LetheError, makeError } from './errors';

const english = {
  'cup/full': (p: { of: string }) => ({ message: `The cup is full of ${p.of}`, hint: 'Drink some.' }),
};

test('a file that Node does not find is named, with what to do', () => {
  const thrown = Object.assign(new Error("ENOENT: no such file or directory, open 'no/tea.txt'"), {
    code: 'ENOENT',
    path: 'no/tea.txt',
  });
  expect(explain(thrown)).toBe('no/tea.txt: no such file. Check its name and its folder.');
});

test('an error says what happened and what to do, and carries what another language needs', () => {
  const thrown = (() => {
    try {
      return failWith(english)('cup/full', { of: 'tea' }, new Error('spilt'));
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(LetheError);
  expect(thrown).toMatchObject({ code: 'cup/full', params: { of: 'tea' }, cause: { message: 'spilt' } });
  expect(explain(thrown)).toBe('The cup is full of tea. Drink some.');
  expect(explain(makeError(english, 'cup/full', { of: 'tea' }))).toBe(explain(thrown));
  const chinese: typeof english = {
    'cup/full': (p) => ({ message: `杯中已满是${p.of}`, hint: '请喝一些。' }),
  };
  expect(describeError(chinese, { code: 'cup/full', params: { of: '茶' } }).message).toBe('杯中已满是茶');
});

test('an error is recognised by its code, which must be one of the catalogue', () => {
  const full = makeError(english, 'cup/full', { of: 'tea' });
  expect(hasCode(full, english, 'cup/full')).toBe(true);
  expect(hasCode(new Error('cup/full'), english, 'cup/full')).toBe(false);
  // @ts-expect-error the catalogue has no such code
  expect(hasCode(full, english, 'cup/empty')).toBe(false);
});

test('an error quotes at most 200 characters of a file', () => {
  const long = makeError(english, 'cup/full', { of: `${'x'.repeat(198)}🍵${'y'.repeat(10_000_000)}` });
  expect(long.params.of).toBe(`${'x'.repeat(198)}…`);
  expect(long.message).toBe(`The cup is full of ${'x'.repeat(198)}…`);
  expect(makeError(english, 'cup/full', { of: 'x'.repeat(200) }).params.of).toBe('x'.repeat(200));
});
