import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../bridge/client';
import type { LabEvent } from '../../../lab/events';
import { Conversation } from './conversation.svelte';
import { Equation1Answer } from './equation1-answer';

const written = (text: string): LabEvent => ({
  kind: 'write',
  written: [{ row: 0, text, token: { text, probability: 1, top: [] } }],
});

/** A conversation that was answered at α = 8, and jobs that end when the test says so. */
function answered() {
  const conversation = new Conversation();
  conversation.begin('She met', { reinforced: null, unlearned: null, alpha: 8 });
  const jobs: { alpha: number; signal: AbortSignal | undefined; end: (text: string | null) => void }[] = [];
  const run = vi.fn<LabClient['run']>((_, input, { signal, onEvent } = {}) => {
    const alpha = Number(Reflect.get(input, 'alpha'));
    return new Promise((resolve) => {
      const end = (text: string | null): void => {
        if (text !== null) onEvent?.(written(text));
        Reflect.apply(resolve, null, [text]);
      };
      jobs.push({ alpha, signal, end });
    });
  });
  const state = { conversation, busy: false };
  const answer = new Equation1Answer(state, { run });
  const move = (alpha: number): Promise<void> => answer.follow(alpha);
  return { conversation, state, move, jobs };
}

const equation1 = ({ answers }: Conversation): string | undefined => answers[2]?.text;
const alphaOf = ({ source }: Conversation) => source?.kind === 'live' && source.alpha;

test('another α is answered by equation 1 alone, and the answer says of which α it is', async () => {
  const { conversation, move, jobs } = answered();
  const moved = move(0);
  jobs[0]?.end(' Bea');
  await moved;
  expect(equation1(conversation)).toBe(' Bea');
  expect(alphaOf(conversation)).toBe(0);
  await move(0);
  expect(jobs).toHaveLength(1);
});

test('the last of several α is the one that is answered', async () => {
  const { conversation, move, jobs } = answered();
  const all = [move(5), move(2), move(2)];
  expect(jobs.map(({ alpha, signal }) => [alpha, signal?.aborted])).toEqual([
    [5, true],
    [2, false],
  ]);
  jobs[1]?.end(' two');
  jobs[0]?.end(' five');
  await Promise.all(all);
  expect(equation1(conversation)).toBe(' two');
  expect(alphaOf(conversation)).toBe(2);
});

test('a model that is gone does not answer, and nothing is asked while something else runs', async () => {
  const { conversation, state, move, jobs } = answered();
  const moved = move(0);
  jobs[0]?.end(null);
  await moved;
  expect(alphaOf(conversation)).toBe(8);
  state.busy = true;
  await move(0);
  expect(jobs).toHaveLength(1);
});
