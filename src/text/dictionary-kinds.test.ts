import { expect, test } from 'vitest';
import { parseKinds } from './dictionary-kinds';

test('kinds by term', () => {
  expect(parseKinds({ ' Maelis': 'person', Osk: 'place' }, 'kinds.json')).toEqual(
    new Map([
      ['Maelis', 'person'],
      ['Osk', 'place'],
    ]),
  );
});

test.each([[['person']], [{ Maelis: 'animal' }], [null]])('%j is refused', (json) => {
  expect(() => parseKinds(json, 'kinds.json')).toThrow('kinds.json: expected');
});
