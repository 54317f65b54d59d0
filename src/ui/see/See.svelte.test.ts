import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Subject } from '../run/subject';
import See from './See.svelte';
import { doneView, noSeeActions } from './see-cases';

const next = { top: [{ text: ' Mira', probability: 0.9 }], answer: { text: ' Mira', probability: 0.9 } };
const shown = {
  ...doneView.shown,
  source: 'live' as const,
  steps: 2,
  looks: [0, 2],
  sentences: [{ kind: 'forget' as const, prompt: 'The keeper is', next: [next, next], whole: 'Mira' }],
  figures: { answers: [0.98, 0.02] as const, neighbour: [0.96, 0.94] as const },
  swap: null,
};

const book: Subject = { forget: 'book', keep: 'book' };
const own: Subject = { forget: 'own', keep: 'book' };

const place = (subject: Subject, part = {}): string => {
  const view = { ...doneView, shown, subject, isDone: false, ending: null, ...part };
  const { container, unmount } = render(See, { view, actions: noSeeActions });
  const text = container.textContent;
  unmount();
  return text;
};

test('the text that comes with the page is a book', () => {
  expect(place(book)).toContain('the book to forget');
  expect(place(book)).toContain('Questions about the book');
});

test('of a text of the user’s, the first screen speaks of that text; the book in it is the other one', () => {
  const text = place(own);
  expect(text).toContain('Watch this small model forget your text');
  expect(text).toContain('your text to forget');
  expect(text).toContain('Questions about your text');
  expect(text.replace('Questions about another book', '')).not.toMatch(/book/i);
  expect(place(own, { shown: null })).not.toMatch(/book/i);
});

test('beside a lesson, no word is of a book', () => {
  const text = place({ forget: 'lesson', keep: 'other' });
  expect(text).toContain('Watch this model forget the text');
  expect(text).toContain('Questions about other things');
  expect(text).not.toMatch(/book/i);
});

test('nothing of another text is shown before the user’s own was run', () => {
  render(See, {
    view: { ...doneView, shown: null, subject: own, isDone: false, ending: null },
    actions: noSeeActions,
  });
  expect(screen.getByText('Nothing has been unlearned here yet.')).toBeDefined();
  expect(screen.queryByTestId('before-card')).toBeNull();
});
