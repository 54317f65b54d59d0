import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Dictionary } from '../../../text/dictionary';
import type { TermKind } from '../../../text/dictionary-kinds';
import DictionaryTable from './DictionaryTable.svelte';

const dictionary: Dictionary = [
  { term: 'Mira', translations: ['Anna', 'Eva'] },
  { term: 'Farholm', translations: ['the town'] },
];
const kinds = new Map<string, TermKind>([['Mira', 'person']]);
const findings = new Map([['Farholm', [{ kind: 'common-word', term: 'Farholm', count: 3 } as const]]]);

/** The table with a parent that accepts every change, or refuses every one. */
function show(isKept = true) {
  const made: Dictionary[] = [];
  const change = vi.fn((make: () => Dictionary) => {
    if (isKept) made.push(make());
    return Promise.resolve(isKept);
  });
  render(DictionaryTable, { dictionary, kinds, findings, disabled: false, change });
  return { made, change };
}

const field = (term: string): HTMLElement =>
  screen.getByRole('textbox', { name: `Generic translations of ${term}` });
const terms = (): string[] =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent.trim().split(/\s/)[0] ?? '');

test('edited translations are separated by semicolons', async () => {
  const { made } = show();
  await userEvent.clear(field('Mira'));
  await userEvent.type(field('Mira'), 'Ida; Ute');
  await userEvent.tab();
  expect(made).toEqual([
    [
      { term: 'Mira', translations: ['Ida', 'Ute'] },
      { term: 'Farholm', translations: ['the town'] },
    ],
  ]);
});

test('an edit that is refused leaves the field as it was', async () => {
  show(false);
  await userEvent.clear(field('Mira'));
  await userEvent.tab();
  await expect.poll(() => field('Mira')).toHaveProperty('value', 'Anna; Eva');
});

test('a term is removed by its button', async () => {
  const { made } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Remove Mira' }));
  expect(made).toEqual([[{ term: 'Farholm', translations: ['the town'] }]]);
});

test('a warning is in the row of its term, and the filter finds it', async () => {
  show();
  const row = field('Farholm').closest('tr');
  if (!row) throw new Error('The field is in no row.');
  expect(within(row).getByRole('listitem').textContent).toContain('“Farholm” also occurs in everyday text');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'with warnings');
  expect(terms()).toEqual(['Farholm']);
  expect(screen.getByRole('status').textContent).toContain('1 of 2 terms');
});

test('the search looks in terms and translations', async () => {
  show();
  const search = screen.getByRole('searchbox');
  await userEvent.type(search, 'eva');
  expect(terms()).toEqual(['Mira']);
  await userEvent.clear(search);
  await userEvent.type(search, 'farh');
  expect(terms()).toEqual(['Farholm']);
});

test('nothing can be changed while it is disabled', async () => {
  const change = vi.fn(() => Promise.resolve(true));
  render(DictionaryTable, { dictionary, kinds, findings, disabled: true, change });
  await userEvent.click(screen.getByRole('button', { name: 'Remove Mira' }));
  await userEvent.type(field('Mira'), 'x');
  await userEvent.tab();
  expect(change).not.toHaveBeenCalled();
});
