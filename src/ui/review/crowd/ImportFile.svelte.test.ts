import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { anchorItems } from '../../../review/anchors/items';
import { anchorForm } from '../../../review/exchange/forms';
import { anchorsTask, type AnchorAnswer, type AnchorData } from '../../../review/tasks/anchors';
import { startReview } from '../../../review/review';
import type { LanguageAnswer, LanguageData } from '../../../review/tasks/language';
import { memoryKeyValue } from '../../../store/key-value';
import { reviewStore } from '../review-store';
import { ReviewSession } from '../session.svelte';
import { aSession } from '../a-session';
import { anchorFormats, languageFormats } from './formats';
import ImportFile from './ImportFile.svelte';

const text = 'Tessa Vane left.';
const entries = [{ term: 'Tessa Vane', kind: 'person', translations: ['Anna Brown'] }] as const;

async function read(name: string, content: string): Promise<ReviewSession<AnchorData, AnchorAnswer>> {
  const session = new ReviewSession(anchorsTask, anchorForm, reviewStore(memoryKeyValue()));
  const passages = [text, 'Nobody came.'].map((passage, i) => ({ text: passage, blockId: `b${i}` }));
  await session.open('key', anchorItems(passages, { by: 'draft', entries }));
  render(ImportFile<AnchorData, AnchorAnswer>, { session, formats: anchorFormats });
  await userEvent.upload(screen.getByLabelText('Import a file'), new File([content], name));
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
  expect(screen.getByRole('button', { name: 'Import with these' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Name × 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Import with these' }));
  expect(Array.from(session.review.decisions, ({ annotator, answer }) => [annotator, answer.spans.map(({ status }) => status)])).toEqual([['ann@example.org', ['accepted']]]); // prettier-ignore
  expect(screen.getByTestId('imported').textContent).toContain(
    '0 new items, 1 decisions, 0 known answers, 1 untouched, 1 cancelled, 0 not used',
  );
  expect(screen.getByTestId('untouched').textContent).toContain('task 2');
  expect(screen.getByTestId('cancelled').textContent).toContain('task 3, annotation 1');
  expect(screen.queryByTestId('ask-mapping')).toBeNull();
});

test('F02 without an answer to that, the answers with these names are listed and decide nothing', async () => {
  const session = await read('export.json', tasks);
  await userEvent.click(await screen.findByRole('button', { name: 'Import without these answers' }));
  expect(session.review.decisions.size).toBe(0);
  expect(screen.getByTestId('rejected').textContent).toContain('task 1, annotation 1');
});

test('a person’s file from doccano keeps their name', async () => {
  const session = await read('ben.jsonl', JSON.stringify({ text, label: [[0, 5, 'ANCHOR']] }));
  await screen.findByTestId('imported');
  expect(Array.from(session.review.decisions, ({ annotator }) => annotator)).toEqual(['ben']);
});

describe('lines of doccano with the labels that they were exported with', () => {
  const passages = [text, 'Nobody came.'].map((passage, i) => ({ text: passage, blockId: `b${i}` }));
  const exported = anchorFormats.files
    .find(({ name }) => name === 'anchors.doccano-tasks.jsonl')
    ?.write(startReview(anchorItems(passages, { by: 'draft', entries })), null);

  test('are untouched unless a person says otherwise', async () => {
    const session = await read('all.jsonl', exported ?? '');
    const ask = await screen.findByTestId('ask-unchanged');
    expect(ask.textContent).toContain('1 line of all.jsonl still has the labels');
    expect(session.review.decisions.size).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Count them as untouched' }));
    expect(session.review.decisions.size).toBe(0);
    expect(screen.getByTestId('imported').textContent).toContain('0 decisions, 0 known answers, 2 untouched');
    expect(screen.queryByTestId('ask-unchanged')).toBeNull();
  });

  test('are accepted if a person says so', async () => {
    const session = await read('all.jsonl', exported ?? '');
    await userEvent.click(await screen.findByRole('button', { name: 'Count them as accepted' }));
    expect(Array.from(session.review.decisions, ({ answer }) => answer.spans.map(({ status }) => status))).toEqual([['accepted']]); // prettier-ignore
  });

  test('are asked about after foreign names', async () => {
    const other = JSON.stringify({ text: 'Nobody came.', item_id: 'b1', label: [[0, 6, 'Name']] });
    const session = await read('all.jsonl', `${exported?.split('\n')[0] ?? ''}\n${other}`);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Name × 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Import with these' }));
    await userEvent.click(screen.getByRole('button', { name: 'Count them as untouched' }));
    expect(Array.from(session.review.decisions, ({ item }) => item)).toEqual(['b1']);
  });
});

test('a Crowd-Kit file of texts is read, and its broken rows are listed', async () => {
  const session = await aSession(['child', 'lamp']);
  render(ImportFile<LanguageData, LanguageAnswer>, { session, formats: languageFormats });
  const csv = 'task,worker,text\nchild,ann, girl\nlamp,ann,"wick\nlamp,ben,oil\n';
  await userEvent.upload(screen.getByLabelText('Import a file'), new File([csv], 'texts.csv'));
  expect((await screen.findByTestId('imported')).textContent).toContain('2 decisions');
  expect(screen.getByTestId('rejected').textContent).toContain('line 3');
  expect(Array.from(session.review.decisions, ({ item, annotator, answer }) => [item, annotator, answer.replacement])).toEqual([['child', 'ann', ' girl'], ['lamp', 'ben', 'oil']]); // prettier-ignore
});

test('Crowd-Kit’s file of known answers is read back', async () => {
  const session = await read('anchors.crowd-kit-golden.csv', 'task,label,complete\nb0|0|10,no,true\n');
  expect((await screen.findByTestId('imported')).textContent).toContain('0 decisions, 1 known answers');
  expect(session.items.map(({ golden }) => golden?.spans.map(({ status }) => status) ?? null)).toEqual([
    ['rejected'],
    null,
  ]);
});
