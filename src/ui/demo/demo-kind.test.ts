import { expect, test } from 'vitest';
import { demoKindOf } from './demo-kind';

test.each([
  ['', null],
  ['?x=1', null],
  ['?demo', 'recorded'],
  ['?x=1&demo=1', 'recorded'],
  ['?demo=live', 'live'],
])('%s is %s', (search, kind) => {
  expect(demoKindOf(search)).toBe(kind);
});
