import { expect, test } from 'vitest';
import type { OwnTexts } from '../../lab/own-texts';
import { subjectOf } from './subject';

const texts: OwnTexts = {
  forget: { title: 'Owls', passages: ['Ida knew the owls.'] },
  dictionary: [{ term: 'Ida', translations: ['Anna'] }],
};

test('what is forgotten and what is kept follow from the data set and the user’s text', () => {
  expect(subjectOf(null, null)).toEqual({ forget: 'book', keep: 'book' });
  expect(subjectOf('worlds/marrowmere', null)).toEqual({ forget: 'book', keep: 'book' });
  expect(subjectOf('worlds/marrowmere', texts)).toEqual({ forget: 'own', keep: 'book' });
  expect(subjectOf('lessons/whos-harry-potter', null)).toEqual({ forget: 'lesson', keep: 'other' });
  expect(subjectOf('lessons/whos-harry-potter', texts)).toEqual({ forget: 'own', keep: 'other' });
});
