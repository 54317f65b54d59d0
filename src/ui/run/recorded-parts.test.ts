import { expect, test } from 'vitest';
import { recordedParts, recordedPartsOf } from './recorded-parts';

test('the first screen needs none of them, and each screen of the lab no more than it shows', () => {
  expect(recordedPartsOf('see', 'text')).toEqual([]);
  expect(recordedPartsOf('lab', 'text')).toEqual(['run']);
  expect(recordedPartsOf('lab', 'label')).toEqual(['run', 'labels']);
  expect(recordedPartsOf('lab', 'evaluate')).toEqual(['run', 'report']);
  expect(recordedPartsOf('review', 'text')).toEqual(recordedParts);
});
