import { expect, test } from 'vitest';
import { Recent } from './recent';

test('keeps what was used last, and at most two generations', () => {
  const recent = new Recent<number>(10);
  for (let i = 0; i < 100; i++) {
    recent.put(`${i}`, i);
    expect(recent.get('0')).toBe(0);
  }
  const kept = Array.from({ length: 100 }, (_, i) => i).filter((i) => recent.get(`${i}`) !== undefined);
  expect(kept.slice(-9)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99]);
  expect(kept.length).toBeLessThanOrEqual(20);
  recent.clear();
  expect(recent.get('99')).toBeUndefined();
});
