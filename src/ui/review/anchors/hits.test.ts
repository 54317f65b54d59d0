import { expect, test } from 'vitest';
import type { AnchorSpan } from '../../../review/tasks/anchors';
import { bestHit } from './hits';

const text = 'northern, north shore, north and Nib';
const span = (part: string): AnchorSpan => ({
  ...{ start: text.indexOf(part), end: text.indexOf(part) + part.length },
  ...{ kind: 'other', translations: [], status: 'drafted' },
});
const spans = [span('north shore'), { ...span('north and'), end: text.indexOf('north and') + 5 }];

test.each([
  ['north', 'north and', 0],
  ['Nib', 'Nib', 1],
  ['shore', 'shore', 2],
  ['orth', 'orthern', 3],
])('%s is found where it is meant', (query, at, rank) => {
  expect(bestHit(text, spans, query)).toEqual({
    start: text.indexOf(at),
    end: text.indexOf(at) + query.length,
    rank,
  });
});

test('an absent term is not found', () => {
  expect(bestHit(text, spans, 'Bo')).toBeNull();
  expect(bestHit(text, spans, '')).toBeNull();
});
