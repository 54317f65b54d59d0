import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { LanguageAnswer, LanguageData } from '../../review/tasks/language';
import { aSession } from './a-session';
import Votes from './Votes.svelte';

/** Two people who disagree about "lamp", seen by an adjudicator. */
async function show() {
  const session = await aSession(['lamp']);
  session.annotator = 'Ada';
  session.put({ verdict: 'correct', replacement: null });
  session.annotator = 'Ben';
  session.remark({ reason: 'ungrammatical', comment: 'a verb is missing' });
  session.put({ verdict: 'incorrect', replacement: ' candle' });
  session.annotator = 'Cem';
  session.role = 'adjudicator';
  const onchosen = vi.fn();
  render(Votes<LanguageData, LanguageAnswer>, {
    session,
    answerText: ({ verdict }: LanguageAnswer) => verdict,
    onchosen,
  });
  return { session, onchosen };
}

function voteOf(name: string): HTMLElement {
  const vote = screen.getByText(name).closest('li');
  if (!vote) throw new Error(`${name} has no vote.`);
  return vote;
}

test('each annotator is listed with answer, reason and comment', async () => {
  await show();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(voteOf('Ada').textContent).toContain('correct');
  expect(voteOf('Ben').textContent).toMatch(/incorrect.*not grammatical.*“a verb is missing”/s);
});

test('the chosen answer becomes final, and the others stay', async () => {
  const { session, onchosen } = await show();
  await userEvent.click(within(voteOf('Ben')).getByRole('button', { name: 'Make this final' }));
  expect(session.decision).toMatchObject({
    role: 'adjudicator',
    annotator: 'Cem',
    answer: { verdict: 'incorrect', replacement: ' candle' },
  });
  expect(onchosen).toHaveBeenCalledOnce();
  expect(session.review.decisions.size).toBe(3);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
