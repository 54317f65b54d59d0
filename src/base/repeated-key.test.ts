import { expect, test } from 'vitest';
import { repeatedKey } from './repeated-key';

test.each([
  ['{"a": 1, "b": [{"a": 2}, {"a": ":"}], "c": {"a": "{\\"b\\": 1}"}}', null],
  ['[{"a": 1}, {"a": 1}]', null],
  ['{"a": 1,\n"\\u0061": 2}', { key: 'a', line: 2 }],
  ['{"a": {"b": 1, "c": {},\n "b": 2}}', { key: 'b', line: 2 }],
])('%s', (text, repeated) => {
  expect(repeatedKey(text)).toEqual(repeated);
});
