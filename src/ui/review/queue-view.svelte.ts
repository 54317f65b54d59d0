/** The view of a queue: filter, search, navigation. */
import type { Item } from '../../review/task';
import { t } from '../i18n/i18n.svelte';
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

  readonly #filtered = $derived.by(() => {
    const { session, filter } = this;
    if (filter === 'disputed') return session.disputed();
    return filter === 'all'
      ? session.order
      : session.order.filter(({ id }) => session.stateOf(id) !== 'decided');
  });
  readonly shown = $derived(
    this.query === ''
      ? this.#filtered
      : this.#filtered.filter((item) => this.searching.textOf(item).includes(this.query)),
  );

  constructor(
    readonly session: ReviewSession<D, A>,
    private readonly searching: Searching<D, A>,
  ) {}

  choose(filter: Filter): void {
    const { session } = this;
    this.filter = filter;
    session.role = filter === 'disputed' ? 'adjudicator' : 'annotator';
    session.show(session.nextOpen(this.#filtered) ?? this.#filtered[0]?.id ?? session.current);
  }

  move(by: number): void {
    const next = this.shown[Math.min(Math.max(this.#at + by, 0), this.shown.length - 1)];
    if (next) this.session.show(next.id);
  }

  /** Shows the next open item; announces if there is none. */
  next(): void {
    const { session } = this;
    const open = session.nextOpen(this.shown);
    this.told =
      open === null
        ? t('review.queue.allDone')
        : t('review.queue.left', { left: session.review.items.length - session.progress.decided });
    if (open !== null) session.show(open);
  }

  /** Shows the next open item and leaves this one open. */
  skip(): void {
    const rest = [...this.shown.slice(this.#at + 1), ...this.shown.slice(0, Math.max(this.#at, 0))];
    const open = rest.find(({ id }) => this.session.stateOf(id) !== 'decided');
    if (open) this.session.show(open.id);
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
    const ranks = this.shown.map((one) => this.searching.rankOf(one, this.query));
    const hit = this.shown[ranks.indexOf(ranks.reduce((least, rank) => Math.min(least, rank), Infinity))];
    if (hit) this.session.show(hit.id);
    return hit !== undefined;
  }

  get #at(): number {
    return this.shown.findIndex(({ id }) => id === this.session.current);
  }
}
