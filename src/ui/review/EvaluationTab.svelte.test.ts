import { cleanup, render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { says } from '../../assist/fixtures/protocol-server';
import { sampleReport } from '../../evaluate/fixtures/report';
import { memoryKeyValue, type KeyValue } from '../../store/key-value';
import { review } from '../i18n/en/review';
import { addEnglish } from '../i18n/i18n.svelte';
import { endpointChoice } from '../shared/assist/endpoint-choice.svelte';
import EvaluationTab from './EvaluationTab.svelte';

addEnglish({ review });
afterEach(() => {
  vi.unstubAllGlobals();
  endpointChoice.isConnected = false;
});

function show(store: KeyValue) {
  const onapply = vi.fn();
  const dataset = { dictionary: [], forget: { title: 'The saga', passages: [] } };
  render(EvaluationTab, { report: sampleReport, dataset, store, annotator: 'ann', onapply });
  return onapply;
}

test('a model grades blind; its grades are shown beside those of the rules, and kept', async () => {
  const bodies: string[] = [];
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    bodies.push(body);
    const { headers = {}, parts } = says('{"grade": 2, "reason": "typical of it"}');
    return Promise.resolve(new Response(parts.join(''), { headers }));
  });
  endpointChoice.isConnected = true;
  endpointChoice.choose(null);
  endpointChoice.move('https://judge.example/v1');
  endpointChoice.model = 'tiny';
  const store = memoryKeyValue();
  const onapply = show(store);
  expect(screen.queryByTestId('graders')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Judge with a language model…' }));
  const dialog = await screen.findByTestId('assistant', {}, { timeout: 30_000 }); // a busy machine takes its time to fetch it
  await userEvent.click(within(dialog).getByText('Show what will be sent'));
  await userEvent.click(within(dialog).getByText('Send to judge.example'));
  await within(dialog).findByText(/3 graded by tiny/);
  expect(bodies).toHaveLength(3);
  for (const body of bodies) {
    expect(body).toContain('The saga');
    expect(body).not.toMatch(/baseline|unlearned/);
  }
  expect((await screen.findAllByTestId('opinion'))[0]?.textContent).toBe('tiny: 2');
  expect(screen.getByTestId('graders').textContent).toContain('language model');
  await userEvent.click(screen.getByRole('button', { name: 'Add to the report' }));
  const given = { grade: 2, reason: 'typical of it' };
  expect(onapply).toHaveBeenCalledExactlyOnceWith({
    task: 'evaluation',
    human: null,
    judge: { by: 'tiny', grades: { baseline: { 0: given, 1: given }, unlearned: { 0: given } } },
  });
  cleanup();
  show(store);
  expect((await screen.findAllByTestId('opinion'))[0]?.getAttribute('title')).toBe('typical of it');
});
