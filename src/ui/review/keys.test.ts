import { expect, test } from 'vitest';
import { keyName, type PressedKey } from './keys';

// `keyCode` is deprecated, but some compositions show in nothing else.
const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  ...{ key, keyCode: 0, isComposing: false, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...held,
});

test.each([
  ['A', press('a')],
  ['A', press('A')],
  ['Shift+A', press('A', { shiftKey: true })],
  ['Space', press(' ')],
  ['Enter', press('Enter')],
  ['Shift+ArrowLeft', press('ArrowLeft', { shiftKey: true })],
  ['?', press('?', { shiftKey: true })],
  ['Ctrl+Z', press('z', { ctrlKey: true })],
  ['Ctrl+Shift+Z', press('z', { metaKey: true, shiftKey: true })],
  ['3', press('3')],
])('%s', (name, event) => {
  expect(keyName(event)).toBe(name);
});

test('keys during composition and keys with Alt are ignored', () => {
  expect(keyName(press('a', { isComposing: true }))).toBeNull();
  expect(keyName(press('Enter', { keyCode: 229 }))).toBeNull();
  expect(keyName(press('å', { altKey: true }))).toBeNull();
});
