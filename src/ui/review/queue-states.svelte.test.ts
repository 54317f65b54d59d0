import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemState } from '../../review/queue';
import { QueueStates } from './queue-states.svelte';

const anyState = fc.constantFrom<ItemState>('open', 'partial', 'decided');

test('after any changes, counts and neighbours are those of the list', () => {
  fc.assert(
    fc.property(fc.array(anyState), fc.array(fc.tuple(fc.nat(12), anyState)), (begun, changes) => {
      const now = [...begun];
      const states = new QueueStates(
        begun.map((_, place) => ({ id: `i${place}` })),
        (id) => begun[Number(id.slice(1))] ?? 'open',
      );
      for (const [place, state] of changes) {
        states.set([[`i${place}`, state]]);
        if (place < now.length) now[place] = state;
      }
      const count = (state: ItemState): number => now.filter((one) => one === state).length;
      const undecided = now.flatMap((state, place) => (state === 'decided' ? [] : [place]));
      expect(states.progress).toEqual({
        open: count('open'),
        partial: count('partial'),
        decided: count('decided'),
      });
      expect(states.left).toBe(undecided.length);
      for (let place = -1; place <= now.length; place++) {
        const after = undecided.filter((one) => one !== place);
        expect(states.placeOfUndecided(place)).toBe(undecided[place] ?? null);
        expect(states.undecidedBefore(place)).toBe(undecided.filter((one) => one < place).length);
        expect(states.isUndecided(place)).toBe(undecided.includes(place));
        expect(states.nextUndecided(place)).toBe(after.find((one) => one > place) ?? after[0] ?? null);
      }
    }),
  );
});
