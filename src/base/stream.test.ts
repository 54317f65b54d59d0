import { expect, test } from 'vitest';
import { stream } from './stream';

async function drained<R>(events: AsyncGenerator<number, R>): Promise<{ seen: number[]; result: R }> {
  const seen: number[] = [];
  for (;;) {
    const next = await events.next();
    if (next.done) return { seen, result: next.value };
    seen.push(next.value);
  }
}
const later = () => new Promise((resolve) => setTimeout(resolve));

test('yields every event in order, then returns the result', async () => {
  const events = stream<number, string>(async (emit) => {
    emit(1);
    await later();
    emit(2);
    emit(3);
    return 'end';
  });
  expect(await drained(events)).toEqual({ seen: [1, 2, 3], result: 'end' });
});

test('throws the reason of a rejection, after the events before it', async () => {
  const seen: number[] = [];
  const events = stream<number, void>(async (emit) => {
    emit(1);
    await later();
    throw new Error('broken');
  });
  const all = (async () => {
    for await (const event of events) seen.push(event);
  })();
  await expect(all).rejects.toThrow('broken');
  expect(seen).toEqual([1]);
});
