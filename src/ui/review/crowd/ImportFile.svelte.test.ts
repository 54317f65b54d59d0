import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { anchorItems } from '../../../review/anchors/items';
import { anchorForm } from '../../../review/exchange/forms';
import { anchorsTask, type AnchorAnswer, type AnchorData } from '../../../review/tasks/anchors';
import { memoryKeyValue } from '../../../store/key-value';
import { reviewStore } from '../review-store';
import { ReviewSession } from '../session.svelte';
import { anchorFormats } from './formats';
import ImportFile from './ImportFile.svelte';

const text = 'Tessa Vane left.';

async function read(name: string, content: string): Promise<ReviewSession<AnchorData, AnchorAnswer>> {
  const session = new ReviewSession(anchorsTask, anchorForm, reviewStore(memoryKeyValue()));
  const entries = [{ term: 'Tessa Vane', kind: 'person', translations: ['Anna Brown'] }] as const;
  const passages = [text, 'Nobody came.'].map((passage, i) => ({ text: passage, blockId: `b${i}` }));
  await session.open('key', anchorItems(passages, { by: 'draft', entries }));
  render(ImportFile<AnchorData, AnchorAnswer>, { session, formats: anchorFormats });
  await userEvent.upload(screen.getByLabelText('Read a file'), new File([content], name));
  return session;
}

const value = (start: number, end: number, label: string) => ({ start, end, text: text.slice(start, end), labels: [label] }); // prettier-ignore
const result = [value(0, 10, 'Name'), value(11, 15, 'Verb')].map((one, i) => ({ id: `r${i}`, from_name: 'ner', to_name: 'text', type: 'labels', value: one })); // prettier-ignore
const tasks = JSON.stringify([
  {
    id: 1,
    data: { item_id: 'b0', text },
    annotations: [{ completed_by: { email: 'ann@example.org' }, result }],
  },
  { id: 2, data: { item_id: 'b1' }, annotations: [] },
  { id: 3, data: { item_id: 'b1' }, annotations: [{ completed_by: 1, was_cancelled: true, result: [] }] },
]);

test('F02 names of another labelling config are asked for before anything is read', async () => {
  const session = await read('export.json', tasks);
  await screen.findByTestId('ask-mapping');
  expect(session.review.decisions.size).toBe(0);
  expect(screen.getByRole('button', { name: 'Read with these' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Name × 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Read with these' }));
  expect(Array.from(session.review.decisions, ({ annotator, answer }) => [annotator, answer.spans.map(({ status }) => status)])).toEqual([['ann@example.org', ['accepted']]]); // prettier-ignore
  expect(screen.getByTestId('imported').textContent).toContain(
    '0 new items, 1 decisions, 1 untouched, 1 cancelled, 0 not used',
  );
  expect(screen.getByTestId('untouched').textContent).toContain('task 2');
  expect(screen.getByTestId('cancelled').textContent).toContain('task 3, annotation 1');
  expect(screen.queryByTestId('ask-mapping')).toBeNull();
});

test('F02 without an answer to that, the answers with these names are listed and decide nothing', async () => {
  const session = await read('export.json', tasks);
  await userEvent.click(await screen.findByRole('button', { name: 'Read without these answers' }));
  expect(session.review.decisions.size).toBe(0);
  expect(screen.getByTestId('rejected').textContent).toContain('task 1, annotation 1');
});

test('a person’s file from doccano keeps their name', async () => {
  const session = await read('ben.jsonl', JSON.stringify({ text, label: [[0, 10, 'ANCHOR']] }));
  await screen.findByTestId('imported');
  expect(Array.from(session.review.decisions, ({ annotator }) => annotator)).toEqual(['ben']);
});
