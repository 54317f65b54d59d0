/** The items behind a metric as rows: filtered by change and by words, a page at a time. */
import type { ItemValue, EvaluatedVariant } from '../../../evaluate/report';
import type { Behind } from './behind';

/**
 * `changed`: baseline and unlearned differ; `fell` and `rose`: unlearned has less or more than the baseline; `still`:
 * unlearned has some of what the baseline had.
 */
export const itemFilters = ['all', 'changed', 'fell', 'rose', 'still'] as const;
export type ItemFilter = (typeof itemFilters)[number];

export interface ItemRow {
  readonly index: string;
  readonly prompt: string;
  readonly references: readonly string[];
  readonly subtlety: number | null;
  /** one per variant, in the order of the variants */
  readonly answers: readonly (ItemValue | null)[];
}

/** The rows that pass the filter and contain `words`, in any case, in the prompt or an answer. */
export function itemRows({ items, variants }: Behind, filter: ItemFilter, words = ''): ItemRow[] {
  const score = (variant: EvaluatedVariant, index: string): number | null =>
    variants.find((one) => one.variant === variant)?.value.value_by_index[index]?.score ?? null;
  const wanted = words.trim().toLowerCase();
  return Object.entries(items)
    .filter(([index]) => passes(filter, score('baseline', index), score('unlearned', index)))
    .map(([index, { prompt, references, subtlety }]) => ({
      index,
      prompt,
      references,
      subtlety,
      answers: variants.map(({ value }) => value.value_by_index[index] ?? null),
    }))
    .filter(({ prompt, answers }) =>
      [prompt, ...answers.map((answer) => answer?.completion ?? '')].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    );
}

function passes(filter: ItemFilter, before: number | null, after: number | null): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'changed':
      return before !== after;
    case 'fell':
      return before !== null && after !== null && after < before;
    case 'rose':
      return before !== null && after !== null && after > before;
    case 'still':
      return before !== null && after !== null && before > 0 && after > 0;
  }
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** from 0; the requested page, clamped to the existing ones */
  readonly at: number;
  /** number of pages, at least 1 */
  readonly of: number;
}

/** Page `at` of all rows, `size` at a time. */
export function pageOf<T>(all: readonly T[], at: number, size: number): Page<T> {
  const of = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(Math.max(at, 0), of - 1);
  return { rows: all.slice(shown * size, (shown + 1) * size), at: shown, of };
}
