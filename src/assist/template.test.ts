import { expect, test } from 'vitest';
import { fill } from './template';

const prompt = { system: 'Be brief.', question: 'Read {{passage}} of {{title}}.' };

test('places are filled with exactly what is given', () => {
  const [system, user] = fill(prompt, { passage: '$& {{title}}', title: 'the saga' });
  expect([system, user]).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Read $& {{title}} of the saga.' },
  ]);
});

test('a value whose place was removed follows at the end', () => {
  const [, user] = fill({ ...prompt, question: 'Read {{title}}.' }, { passage: 'Mira slept.', title: 'it' });
  expect(user.content).toBe('Read it.\n\nMira slept.');
});
