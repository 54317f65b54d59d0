import { expect, test } from 'vitest';
import { placeLabels } from './place-labels';

const room = { width: 200, height: 100, size: 12 };

test('a name goes to the right, to the left at the right edge, and elsewhere where that is taken', () => {
  const at = (x: number, y: number) => ({ x, y, text: 'a name' });
  expect(placeLabels([at(50, 50)], room)[0]?.anchor).toBe('start');
  expect(placeLabels([at(190, 50)], room)[0]?.anchor).toBe('end');
  const [first, second] = placeLabels([at(50, 50), at(52, 54)], room);
  expect(first?.anchor).toBe('start');
  expect(second?.anchor).not.toBe('start');
});

test('two neighbours in the upper right corner both have a name', () => {
  const corner = [
    { x: 529, y: 14, text: 'never read it' },
    { x: 502, y: 18, text: 'Recorded run' },
  ];
  expect(placeLabels(corner, { width: 542, height: 280, size: 13 })).not.toContain(null);
});

test('where there is no room there is no name', () => {
  const crowd = Array.from({ length: 30 }, () => ({ x: 100, y: 50, text: 'the same place' }));
  expect(placeLabels(crowd, room).filter(Boolean).length).toBeLessThan(6);
  expect(placeLabels([{ x: 100, y: 50, text: 'a name that is far too long for this chart' }], room)).toEqual([
    null,
  ]);
});

test('a wide script takes more room', () => {
  const short = { ...room, width: 120 };
  expect(placeLabels([{ x: 50, y: 50, text: 'abcdefgh' }], short)[0]?.anchor).toBe('start');
  expect(placeLabels([{ x: 50, y: 50, text: '遗忘遗忘遗忘遗忘' }], short)[0]?.anchor).not.toBe('start');
});
