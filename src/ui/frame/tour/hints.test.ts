import { expect, test } from 'vitest';
import { hintFor, hints, type CompletedActions } from './hints';

const nothing: CompletedActions = { visited: ['text'], loaded: false, made: [], asked: 0, askedAfter: 0 };

test('follows what the learner does', () => {
  const steps: Partial<CompletedActions>[] = [
    {},
    { visited: ['text', 'anchors'] },
    { visited: ['text', 'anchors', 'label'] },
    { loaded: true },
    { asked: 1 },
    { made: ['reinforce'] },
    { made: ['reinforce', 'label'] },
    { made: ['reinforce', 'label', 'unlearn'] },
    { askedAfter: 1 },
    { made: ['reinforce', 'label', 'unlearn', 'evaluate'] },
  ];
  let completed = nothing;
  const seen = steps.map((step) => hintFor((completed = { ...completed, ...step })));
  expect(seen).toEqual([...hints, null]);
});

test('does not lead back to earlier steps', () => {
  expect(hintFor({ ...nothing, loaded: true, made: ['reinforce', 'label'] })).toBe('unlearn');
  expect(hintFor({ ...nothing, loaded: true })).toBe('ask');
});
