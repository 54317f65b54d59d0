import { expect, test } from 'vitest';
import type { AnswerEvent } from './answerer';
import { answered } from './answered';
import { scripted } from './fixtures/scripted';

const question = { messages: [{ role: 'user', content: 'Who lit the lamp?' }], maxTokens: 8 } as const;

test('the events of an answer are heard as they come, and its whole text is returned', async () => {
  const heard: AnswerEvent[] = [];
  const answer = await answered(
    scripted(() => 'Mira did.'),
    question,
    new AbortController().signal,
    (event) => heard.push(event),
  );
  expect(answer).toEqual({ text: 'Mira did.', usage: { prompt: 1, answer: 2 }, isWhole: true });
  expect(heard).toEqual([
    { kind: 'text', text: 'Mira ' },
    { kind: 'text', text: 'did.' },
  ]);
});

test('an answer that is stopped in the middle rejects with the reason', async () => {
  const stop = new AbortController();
  const asking = answered(
    scripted(() => 'Mira did.'),
    question,
    stop.signal,
    () => stop.abort(new Error('enough')),
  );
  await expect(asking).rejects.toThrow('enough');
});
