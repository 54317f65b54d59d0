import { expect, test } from 'vitest';
import { besideDecided } from './beside-decided';

test('what is there stays as it is, what was removed stays away, and the rest is added', () => {
  const decided = [{ term: 'Orrin’s Bell', translations: ['Brass gong'] as const }];
  const suggested = ["Orrin's Bell", 'Mira', 'Farholm'].map((term) => ({
    term,
    translations: ['x'] as const,
  }));
  expect(besideDecided(decided, suggested, ['Farholm'])).toEqual([...decided, suggested[1]]);
});
