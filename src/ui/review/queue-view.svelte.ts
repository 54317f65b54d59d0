/** The view of a queue: filter, search, navigation. */
import type { Item } from '../../review/task';
import { t } from '../i18n/i18n.svelte';
import { rowsOf, undecidedRows, type Rows } from './rows';
import type { ReviewSession } from './session.svelte';

export const filters = ['all', 'open', 'disputed'] as const;
export type Filter = (typeof filters)[number];

/** The task's search functions over its items. */
export interface Searching<D, A> {
  /** the text of an item that is searched */
  readonly textOf: (item: Item<D, A>) => string;
  /** Rank of an item that contains the query: the lowest is shown. */
  readonly rankOf: (item: Item<D, A>, query: string) => number;
}

export class QueueView<D, A> {
  filter = $state<Filter>('all');
  query = $state('');
  /** announcement for screen readers */
  told = $state('');

  /** The items that the search and the choice of disputed ones leave; null: all. */
  readonly #listed = $derived.by(() => {
    const { session, filter, query } = this;
    if (filter !== 'disputed' && query === '') return null;
    const items = filter === 'disputed' ? session.disputed : session.order;
    return query === '' ? items : items.filter((item) => this.searching.textOf(item).includes(query));
  });
  readonly rows: Rows<D, A> = $derived.by(() => {
    const { session, filter } = this;
    if (filter !== 'open') return rowsOf(this.#listed ?? session.order);
    if (this.#listed === null) return undecidedRows(session.order, session.states);
    return rowsOf(this.#listed.filter(({ id }) => session.stateOf(id) !== 'decided'));
  });

  constructor(
    readonly session: ReviewSession<D, A>,
    private readonly searching: Searching<D, A>,
  ) {}

  choose(filter: Filter): void {
    const { session } = this;
    if (filter === 'disputed') session.findDisputed();
    this.filter = filter;
    session.role = filter === 'disputed' ? 'adjudicator' : 'annotator';
    session.show(this.#nextOpen() ?? this.#rowAt(0)?.id ?? session.current);
  }

  move(by: number): void {
    const at = this.rows.indexOf(this.session.current);
    const next = this.#rowAt(Math.min(Math.max(at + by, 0), this.rows.length - 1));
    if (next) this.session.show(next.id);
  }

  /** Shows the next open item; announces if there is none. */
  next(): void {
    const { session } = this;
    const open = this.#nextOpen();
    this.told =
      open === null
        ? t('review.queue.allDone')
        : t('review.queue.left', { left: session.items.length - session.progress.decided });
    if (open !== null) session.show(open);
  }

  /** Shows the next open item and leaves this one open. */
  skip(): void {
    const open = this.#nextOpen();
    if (open !== null) this.session.show(open);
  }

  undo(): void {
    this.session.undo();
    this.told = t('review.queue.undone');
  }

  redo(): void {
    this.session.redo();
    this.told = t('review.queue.redone');
  }

  /** Shows the best hit; false if there is none. */
  find(): boolean {
    let best: { readonly id: string; readonly rank: number } | null = null;
    for (const item of this.rows.slice(0, this.rows.length)) {
      const rank = this.searching.rankOf(item, this.query);
      if (best === null || rank < best.rank) best = { id: item.id, rank };
    }
    if (best) this.session.show(best.id);
    return best !== null;
  }

  /** The id of the next open item that is listed. */
  #nextOpen(): string | null {
    const { session } = this;
    if (this.#listed === null) return session.nextOpen();
    const at = this.#listed.findIndex(({ id }) => id === session.current);
    const rest = [...this.#listed.slice(at + 1), ...this.#listed.slice(0, Math.max(at, 0))];
    return rest.find(({ id }) => session.stateOf(id) !== 'decided')?.id ?? null;
  }

  #rowAt(row: number): Item<D, A> | null {
    return this.rows.slice(row, row + 1)[0] ?? null;
  }
}
