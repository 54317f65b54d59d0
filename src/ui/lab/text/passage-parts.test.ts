import { expect, test } from 'vitest';
import { passageParts } from './passage-parts';

test('a short first line is the title of what follows', () => {
  expect(passageParts('The Light\n\nShe woke.\nIt snowed.')).toEqual({
    title: 'The Light',
    body: 'She woke.\nIt snowed.',
  });
});

test('a passage without a title is called by its first words, and shown whole', () => {
  const passage = 'In the village of Varrow lived a heron. '.repeat(5).trim();
  for (const whole of [passage, `${passage}\nThe end.`])
    expect(passageParts(whole)).toEqual({
      title: 'In the village of Varrow lived a heron. In the village of Varrow lived a heron. …',
      body: whole,
    });
  expect(passageParts('She woke.')).toEqual({ title: 'She woke.', body: 'She woke.' });
});
