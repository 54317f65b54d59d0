import { expect, test } from 'vitest';
import { savedVerdicts, saveVerdicts, withVerdicts } from './kept-verdicts';

const no = { value: 'incorrect', reason: 'it is odd' } as const;
const yes = { value: 'correct', reason: '' } as const;

test('what was kept is read again, and what is of another shape is not', () => {
  const verdicts = { by: 'tiny', given: new Map([['a', no]]) };
  const saved = structuredClone(saveVerdicts(verdicts));
  expect(savedVerdicts(saved)).toEqual(verdicts);
  expect(savedVerdicts(undefined)).toBeNull();
  expect(savedVerdicts({ ...saved, given: [['a', { value: 'perhaps', reason: '' }]] })).toBeNull();
});

test('a model that is asked again keeps what it said of other labels; another model begins anew', () => {
  const before = { by: 'tiny', given: new Map([['a', no], ['b', no]]) }; // prettier-ignore
  const given = new Map([['b', yes]]);
  expect([...withVerdicts(before, { by: 'tiny', given }).given]).toEqual([['a', no], ['b', yes]]); // prettier-ignore
  expect([...withVerdicts(before, { by: 'other', given }).given]).toEqual([['b', yes]]);
});
