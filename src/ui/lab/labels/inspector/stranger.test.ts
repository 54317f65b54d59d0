import { expect, test } from 'vitest';
import { strangerAt } from './stranger';

const [name, word] = [1, 2];
const segments = [
  { from: 0, id: name },
  { from: 4.5, id: word },
];

test('below the change a stranger agrees with the book, above it not', () => {
  expect(strangerAt(segments, name, name, 3)).toEqual({ kind: 'keeps', word, alpha: 4.5 });
  expect(strangerAt(segments, name, word, 8)).toEqual({ kind: 'differs', word, alpha: 4.5 });
});

test('a label may be the same, or another, at every α', () => {
  expect(strangerAt([{ from: 0, id: name }], name, name, 8)).toEqual({ kind: 'same' });
  expect(strangerAt([{ from: 0, id: word }], name, word, 8)).toEqual({ kind: 'differs', word, alpha: null });
  const beyond = [
    { from: 0, id: name },
    { from: 25, id: word },
  ];
  expect(strangerAt(beyond, name, name, 8)).toEqual({ kind: 'same' });
});

test('a label that a person set has no α', () => {
  expect(strangerAt(segments, name, 7, 8)).toEqual({ kind: 'differs', word: 7, alpha: null });
  expect(strangerAt([{ from: 0, id: word }], name, name, 8)).toEqual({ kind: 'same' });
});
