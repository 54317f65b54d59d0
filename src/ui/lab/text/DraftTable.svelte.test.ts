import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { DraftedEntry } from '../../../language/draft-dictionary';
import { ownText } from '../../i18n/en/own-text';
import { addEnglish } from '../../i18n/i18n.svelte';
import DraftTable from './DraftTable.svelte';

addEnglish({ ownText });

const entry = (term: string): DraftedEntry => ({
  term,
  translations: ['Anna'],
  kind: 'person',
  provenance: 'drafted',
  found: 'capitals',
  count: 3,
  certainty: 1,
});
const entries = [entry('Mira'), entry('Farholm')];

test('a removed term leaves the dictionary, and comes back in its place', async () => {
  const ondictionary = vi.fn();
  render(DraftTable, { entries, ondictionary });
  const box = screen.getByRole('checkbox', { name: 'Keep “Mira”' });
  await userEvent.click(box);
  expect(ondictionary.mock.lastCall).toEqual([[entries[1]]]);
  await userEvent.click(box);
  expect(ondictionary.mock.lastCall).toEqual([entries]);
});

test('every term is shown with its kind, translation and count', () => {
  render(DraftTable, { entries, ondictionary: () => undefined });
  const [, first] = screen.getAllByRole('row');
  const cells = [...(first?.children ?? [])].map(({ textContent }) => textContent.trim());
  expect(cells).toEqual(['Mira', 'person', 'Anna', '3']);
});

test('where a model was asked, every term says who found it, and how certain each was', () => {
  const sources = [
    { by: 'offline', score: 0.9 },
    { by: 'tiny', score: 0.75 },
  ];
  render(DraftTable, { entries: [{ ...entry('Mira'), sources }], ondictionary: () => undefined });
  expect(screen.getByRole('columnheader', { name: 'Found by' })).toBeTruthy();
  expect(screen.getByText('the draft 90%, tiny 75%')).toBeTruthy();
});
